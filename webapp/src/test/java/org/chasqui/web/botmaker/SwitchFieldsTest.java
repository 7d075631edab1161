package org.chasqui.web.botmaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchFieldsTest {
    private static final Switches OFF = new Switches(false, false, false, false, false, false, false);

    @ParameterizedTest
    @ValueSource(strings = {"bot", "user", "agent", "status", "templateStatus", "events", "variables"})
    void eachFieldIsASwitchOfItsOwn(String name) {
        var fields = SwitchFields.of(OFF);
        fields.values().put(name, true);

        var again = SwitchFields.of(fields.switches());

        assertThat(fields.switches()).isNotEqualTo(OFF);
        assertThat(again.names()).containsExactly(name);
    }

    @Test
    void theyStandInTheOrderOfTheSeed() {
        var all = new Switches(true, true, true, true, true, true, true);

        assertThat(SwitchFields.of(all).names())
                .isEqualTo(List.of("bot", "user", "agent", "status", "templateStatus", "events", "variables"));
    }
}
