package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheSameWhateverTheOrderOfMembersAndTheWhiteSpace() {
        assertThat(of("{\"a\":1,\"b\":{\"c\":[1,2],\"d\":null}}"))
                .isEqualTo(of(" { \"b\" : {\"d\":null, \"c\": [1,2]}, \"a\":1 }\n"));
    }

    @Test
    void differsWhenTheBodyDoes() {
        assertThat(of("{\"a\":[1,2]}")).isNotEqualTo(of("{\"a\":[2,1]}"));
        assertThat(of("{\"a\":1}")).isNotEqualTo(of("{\"a\":\"1\"}"));
        assertThat(of("{}")).isNotEqualTo(of(""));
    }

    @Test
    void differsWhenTheAddressDoes() {
        var body = "{}".getBytes(StandardCharsets.UTF_8);

        assertThat(Fingerprint.of("POST /a", body)).isNotEqualTo(Fingerprint.of("POST /b", body));
    }

    @Test
    void takesWhatIsNoJsonByItsBytes() {
        assertThat(of("{\"a\":")).isEqualTo(of("{\"a\":")).isNotEqualTo(of("{\"a\": "));
    }

    @Test
    void ofAnUploadDiffersWithItsLengthAndNotWithItsBoundary() {
        assertThat(upload("aaaa", 1_008)).isEqualTo(upload("bbbb", 1_008)).isEqualTo(upload("cccccc", 1_012));
        assertThat(upload("aaaa", 1_008)).isNotEqualTo(upload("aaaa", 1_009));
        assertThat(upload("aaaa", -1)).isEqualTo(upload("bbbb", -1));
    }

    private static Fingerprint upload(String boundary, int length) {
        var type = new MediaType("multipart", "form-data", Map.of("boundary", boundary));
        return Fingerprint.ofUpload("POST /x", type, length);
    }

    private static Fingerprint of(String body) {
        return Fingerprint.of("POST /x", body.getBytes(StandardCharsets.UTF_8));
    }
}
