package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.KeyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key for one number leaves alone what belongs to the whole workspace, as in the native API. */
class BoundKeyTest {
    private static final ApiKeyView BOUND = new ApiKeyView(
            new UUID(5, 5),
            new UUID(0, 1),
            "Shop",
            KeyKind.BOTMAKER,
            "cm_",
            Set.of("*"),
            new UUID(0, 2),
            Instant.parse("2026-11-22T10:00:00Z"),
            null,
            null,
            null,
            "ana@example.com");

    private final List<Dialect> dialects = new Stage(actors()).all(Dialect.class);

    private static List<Object> actors() {
        var all = new ArrayList<Object>();
        all.add(new ApiKeys() {
            @Override
            public Optional<ApiKeyView> authenticate(String secret) {
                return Optional.of(BOUND);
            }
        });
        all.addAll(new Cast().actors());
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2.0/notifications/contacts-blacklist | {\"contacts\":[\"14155550100\"]}",
                "/v2.0/whatsapp/accounts | {\"number\":\"14155550100\"}"
            })
    void mayNotTouchWhatIsTheWorkspaces(String path, String body) throws JsonProcessingException {
        var answer = Way.BOTMAKER.exchange().post(dialects, path, new ObjectMapper().readTree(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.text()).contains("bound to one number");
    }
}
