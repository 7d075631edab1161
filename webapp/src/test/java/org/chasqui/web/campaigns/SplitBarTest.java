package org.chasqui.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.junit.jupiter.api.Test;

class SplitBarTest {
    @Test
    void everyStateIsInExactlyOnePart() {
        var each = Arrays.stream(RecipientState.values())
                .collect(Collectors.toMap(Function.identity(), state -> 1L << state.ordinal()));
        var bar = new SplitBar(new Tally(each, 3));

        assertThat(bar.getFilled().stream().mapToLong(SplitBar.Part::getCount).sum())
                .isEqualTo((1L << RecipientState.values().length) - 1);
    }

    @Test
    void theRowsOfAPartAreThoseThatItCounts() {
        var bar = new SplitBar(new Tally(Map.of(RecipientState.ACCEPTED, 2L, RecipientState.SENT, 3L), 0));

        assertThat(bar.getFilled()).singleElement().satisfies(part -> {
            assertThat(part.getText()).isEqualTo("5");
            assertThat(part.getQuery()).isEqualTo("state=accepted,sent");
        });
    }

    @Test
    void whatIsUsualIsToldAlsoWhenItIsNobody() {
        assertThat(new SplitBar(Tally.NOTHING).getFigures())
                .extracting(SplitBar.Part::getKey)
                .containsExactly("read", "delivered", "sent", "waiting", "skipped", "failed");
        assertThat(new SplitBar(Tally.NOTHING).getSpoken()).isEqualTo("Nobody on the list");
    }
}
