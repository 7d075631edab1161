package org.chasqui.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.rest.HttpTerms;
import org.junit.jupiter.api.Test;

class CommonResponsesTest {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthenticated"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Invalid"),
            Map.entry(429, "TooMany"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "Unavailable"));

    /** They cannot come from an address and method that the description tells of. */
    private static final Set<FailureCode> ELSEWHERE =
            Set.of(FailureCode.METHOD_NOT_ALLOWED, FailureCode.NOT_ACCEPTABLE);

    @Test
    void nameEachCodeWhereItIsAnsweredAndNowhereElse() {
        var responses = CommonResponses.of(new Schemas());
        for (var code : FailureCode.values()) {
            if (ELSEWHERE.contains(code)) {
                continue;
            }
            var rightPlace = NAMES.get(HttpTerms.status(code));
            responses.forEach((name, response) -> assertThat(
                            response.getDescription().matches(".*\\b" + code.wireCode() + "\\b.*"))
                    .as(code.wireCode() + " in " + name)
                    .isEqualTo(name.equals(rightPlace)));
        }
    }
}
