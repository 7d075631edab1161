package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may ask the test console. */
class BotTrialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "+1000000000-12-31T23:59:59Z"})
    void aTimeThatNoBotWillSeeIsRefused(String at) {
        var wish = new Trial.Wish("price?", null, Instant.parse(at), false);

        assertThatThrownBy(() -> new BotTrials().run(Scenes.WORKSPACE, Scenes.BOT, wish))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.fields())
                                .singleElement()
                                .extracting("field")
                                .isEqualTo("at"));
    }
}
