package org.chasqui.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    void ofAnUploadDiffersWithItsDigest() {
        assertThat(Fingerprint.ofUpload("POST /x", new byte[] {1}))
                .isEqualTo(Fingerprint.ofUpload("POST /x", new byte[] {1}))
                .isNotEqualTo(Fingerprint.ofUpload("POST /x", new byte[] {2}))
                .isNotEqualTo(Fingerprint.ofUpload("POST /x"))
                .isNotEqualTo(Fingerprint.of("POST /x", new byte[] {1}));
    }

    private static Fingerprint of(String body) {
        return Fingerprint.of("POST /x", body.getBytes(StandardCharsets.UTF_8));
    }
}
