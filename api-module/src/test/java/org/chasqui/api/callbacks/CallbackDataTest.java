package org.chasqui.api.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallbackDataTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    private static CallbackData at(Instant now) {
        return new CallbackData(database.sql(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static UUID message() {
        return new UUID(7, ++made);
    }

    @Test
    void isKeptWithItsMessageAndForgottenWhenThatIsRefused() {
        var data = at(NOW);
        var kept = message();
        var refused = message();
        data.keep(kept, "order 17");
        data.keep(refused, "order 18");

        data.forget(refused);

        assertThat(data.find(kept)).contains("order 17");
        assertThat(data.find(refused)).isEmpty();
    }

    @Test
    void oldOnesGoAFewAtATime() {
        var before = at(NOW.minus(Duration.ofDays(40)));
        before.keep(message(), "a");
        before.keep(message(), "b");
        before.keep(message(), "c");
        var young = message();
        at(NOW).keep(young, "d");

        assertThat(at(NOW).removeBefore(NOW.minus(Duration.ofDays(30)), 2)).isEqualTo(2);
        assertThat(at(NOW).removeBefore(NOW.minus(Duration.ofDays(30)), 2)).isEqualTo(1);
        assertThat(at(NOW).find(young)).contains("d");
    }
}
