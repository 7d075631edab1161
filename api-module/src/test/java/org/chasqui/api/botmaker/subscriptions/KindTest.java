package org.chasqui.api.botmaker.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chasqui.api.conformance.Covers;
import org.chasqui.messaging.events.EventPattern;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
    @ParameterizedTest
    @Covers("S2-18")
    @CsvSource({
        "Message and Status, MESSAGES",
        "messages-and-status, MESSAGES",
        "WhatsApp Management, MANAGEMENT",
        "Asynchronous API Results, RESULTS",
        "async-results, RESULTS"
    })
    void isReadAsTheSeedWritesIt(String text, Kind kind) {
        assertThat(Kind.parse(text)).isEqualTo(kind);
    }

    @Test
    void thereAreNoOthers() {
        assertThatThrownBy(() -> Kind.parse("everything")).isInstanceOf(RequestFailed.class);
    }

    @ParameterizedTest
    @EnumSource
    void hearsOfEventsThatThereAre(Kind kind) {
        assertThat(EventPattern.check("events", kind.events())).isEqualTo(kind.events());
    }

    @ParameterizedTest
    @Covers({"S2-25", "S2-26"})
    @CsvSource({
        "true, false, true, true",
        "true, false, false, true",
        "true, true, true, true",
        "true, true, false, false",
        "false, true, true, true",
        "false, true, false, false",
        "false, false, true, false"
    })
    void theStatusOfTemplatesAloneIsAChoice(boolean all, boolean onlyTemplates, boolean isTemplate, boolean isWanted) {
        var switches = new Switches(false, false, false, all, onlyTemplates, false, false);

        assertThat(switches.wantsStatusOf(isTemplate)).isEqualTo(isWanted);
    }
}
