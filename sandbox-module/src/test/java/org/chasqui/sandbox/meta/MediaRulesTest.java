package org.chasqui.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaRulesTest {

    @Test
    void takesMetasTypesUpToMetasSizes() {
        assertThat(MediaRules.check("image/jpeg", 5 << 20)).isNull();
        assertThat(code(MediaRules.check("image/jpeg", (5 << 20) + 1))).isEqualTo(131053);
        assertThat(MediaRules.check("application/pdf", 100 << 20)).isNull();
        assertThat(code(MediaRules.check("application/zip", 10))).isEqualTo(100);
        assertThat(code(MediaRules.check("image/gif", 10))).isEqualTo(100);
        assertThat(code(MediaRules.check("text/plain", 0))).isEqualTo(100);
    }

    @Test
    void findsFilesWhereverAMessageNamesThem() throws JsonProcessingException {
        var message = new ObjectMapper()
                .readTree("{\"type\":\"template\",\"template\":{\"components\":[{\"type\":\"header\",\"parameters\":["
                        + "{\"type\":\"image\",\"image\":{\"id\":\"17\"}}]},{\"type\":\"carousel\",\"cards\":[{\"components\":["
                        + "{\"parameters\":[{\"type\":\"video\",\"video\":{\"id\":\"18\"}}]}]}]}]}}");
        assertThat(MediaRules.references(message))
                .containsExactly(
                        new MediaRules.Reference(
                                "image", "template['components'][0]['parameters'][0]['image']['id']", "17"),
                        new MediaRules.Reference(
                                "video",
                                "template['components'][1]['cards'][0]['components'][0]['parameters'][0]['video']['id']",
                                "18"));
    }

    private static int code(@Nullable GraphFailure failure) {
        return Objects.requireNonNull(failure).code();
    }
}
