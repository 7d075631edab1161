package org.chasqui.web.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chasqui.platform.accounts.profile.ChatHelps.Command;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    private static final List<Command> TWO =
            List.of(new Command("order", "Ask about an order"), new Command("hours", "When we are there"));

    @Test
    void readsOneCommandFromEachLineWithOrWithoutItsSlash() {
        assertThat(CommandLines.read("/order Ask about an order\n\n  hours   When we are there\r\n"))
                .isEqualTo(TWO);
    }

    @Test
    void writesWhatItReads() {
        assertThat(CommandLines.read(CommandLines.write(TWO))).isEqualTo(TWO);
    }

    @Test
    void aLineWithoutAHintIsACommandThatMetaWouldRefuse() {
        assertThat(CommandLines.read("/order")).containsExactly(new Command("order", ""));
    }
}
