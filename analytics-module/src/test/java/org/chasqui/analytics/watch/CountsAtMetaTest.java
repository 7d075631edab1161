package org.chasqui.analytics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountsAtMetaTest {
    private static final Instant FROM = Instant.ofEpochSecond(1_763_683_200);
    private static final Instant TO = FROM.plusSeconds(86_400);

    @Test
    void metaIsAskedByHalfHoursBecauseItsDaysAreThoseOfTheAccount() {
        assertThat(CountsAtMeta.fields("15550100001", FROM, TO))
                .isEqualTo("analytics.start(1763683200).end(1763769600).granularity(HALF_HOUR)"
                        + ".phone_numbers([\"15550100001\"])");
    }

    @Test
    void halfHoursOfTheDayAreAddedUp() throws Exception {
        var answer = json("""
                {"analytics": {"phone_numbers": ["15550100001"], "granularity": "HALF_HOUR", "data_points": [
                    {"start": 1763681400, "end": 1763683200, "sent": 1000, "delivered": 1000},
                    {"start": 1763683200, "end": 1763685000, "sent": 196, "delivered": 179},
                    {"start": 1763767800, "end": 1763769600, "sent": 4, "delivered": 3},
                    {"start": 1763769600, "end": 1763771400, "sent": 1000, "delivered": 1000}]},
                 "id": "102290129340398"}
                """);

        assertThat(CountsAtMeta.read(answer, FROM, TO)).contains(new DayCounts(200, 182));
    }

    @Test
    void whatMetaDoesNotSayIsNotZero() throws Exception {
        assertThat(CountsAtMeta.read(json("{\"id\": \"102290129340398\"}"), FROM, TO))
                .isEmpty();
        assertThat(CountsAtMeta.read(json("{\"analytics\": {\"data_points\": []}}"), FROM, TO))
                .contains(new DayCounts(0, 0));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
