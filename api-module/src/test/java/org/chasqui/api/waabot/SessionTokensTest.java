package org.chasqui.api.waabot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final UUID SESSION = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private final SessionTokens tokens = at(NOW, 1);

    @Test
    void sayWhoseTheyAreAndWhatFor() {
        var access =
                tokens.read(tokens.issue(SESSION, SessionTokens.Use.ACCESS)).orElseThrow();
        var refresh =
                tokens.read(tokens.issue(SESSION, SessionTokens.Use.REFRESH)).orElseThrow();

        assertThat(access).isEqualTo(new SessionTokens.Token(SESSION, SessionTokens.Use.ACCESS, false));
        assertThat(refresh.use()).isEqualTo(SessionTokens.Use.REFRESH);
    }

    @Test
    void endAfterAQuarterOfAnHourAndAfterAYear() {
        var access = tokens.issue(SESSION, SessionTokens.Use.ACCESS);
        var refresh = tokens.issue(SESSION, SessionTokens.Use.REFRESH);

        assertThat(at(NOW.plusSeconds(899), 1).read(access).orElseThrow().isExpired())
                .isFalse();
        assertThat(at(NOW.plusSeconds(900), 1).read(access).orElseThrow().isExpired())
                .isTrue();
        assertThat(at(NOW.plusSeconds(900), 1).read(refresh).orElseThrow().isExpired())
                .isFalse();
        assertThat(at(NOW.plusSeconds(86_400L * 365), 1)
                        .read(refresh)
                        .orElseThrow()
                        .isExpired())
                .isTrue();
    }

    @Test
    void areWorthNothingWithoutOurSignature() {
        var token = tokens.issue(SESSION, SessionTokens.Use.ACCESS);
        var parts = token.split("\\.");
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(at(NOW, 2).read(token)).as("another key").isEmpty();
        assertThat(tokens.read(none + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.read(parts[0] + "." + parts[1] + "." + parts[2].substring(0, 22)))
                .isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("a.b.c")).isEmpty();
    }

    @Property
    void aChangedCharacterIsSeen(@ForAll @IntRange(max = 200) int at, @ForAll char other) {
        var token = tokens.issue(SESSION, SessionTokens.Use.ACCESS);
        int place = at % (token.length() - 1);
        var changed = token.substring(0, place) + other + token.substring(place + 1);

        assertThat(tokens.read(changed).isPresent()).isEqualTo(changed.equals(token));
    }

    private static SessionTokens at(Instant now, int key) {
        var made = new SessionTokens();
        var bytes = new byte[SecretBox.KEY_BYTES];
        bytes[0] = (byte) key;
        made.keyring = new Keyring(new SecretBox(List.of(bytes)));
        made.clock = Clock.fixed(now, ZoneOffset.UTC);
        return made;
    }
}
