package org.chasqui.api.graph.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.chasqui.api.conformance.Covers;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaNumberTest {
    private final Ids ids = new Ids(Clock.systemUTC());

    @Test
    void isDigitsThatLeadBack() {
        for (int i = 0; i < 100; i++) {
            var id = ids.next();
            var digits = MediaNumber.of(id);

            assertThat(digits).matches("\\d{35,39}");
            assertThat(MediaNumber.read(digits)).contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4490709327384033", "wamid.HBgL", "340282366920938463463374607431768211456", "0193"})
    void nothingElseIsOne(String text) {
        assertThat(MediaNumber.read(text)).isEmpty();
    }

    @Test
    @Covers("G0-9")
    void isResolvedWhereverAMessageShowsAFile() throws IOException {
        var id = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        var digits = MediaNumber.of(id);
        var template = new ObjectMapper().readTree("""
                {"name":"offer","components":[
                  {"type":"header","parameters":[{"type":"image","image":{"id":"%s"}}]},
                  {"type":"button","parameters":[{"type":"payload","payload":"%s"}]},
                  {"type":"carousel","cards":[{"components":[{"parameters":[{"video":{"id":"123456789012345"}}]}]}]}]}
                """.formatted(digits, digits));

        MediaNumber.resolve("template", template);

        assertThat(template.at("/components/0/parameters/0/image/id").asText()).isEqualTo(id.toString());
        assertThat(template.at("/components/1/parameters/0/payload").asText()).isEqualTo(digits);
        assertThat(template.at("/components/2/cards/0/components/0/parameters/0/video/id")
                        .asText())
                .isEqualTo("123456789012345");
    }
}
