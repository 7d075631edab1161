package org.chasqui.web.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.chasqui.messaging.messages.Happened;
import org.chasqui.messaging.messages.Lasted;
import org.chasqui.messaging.messages.Milestone;
import org.chasqui.messaging.messages.Priced;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aMarketIsThatOfItsDay() {
        var today = Figures.people("Rest of Central & Eastern Europe", TODAY);
        var before =
                Figures.people(Figures.market("Rest of Central & Eastern Europe", LocalDate.of(2026, 9, 30)), TODAY);

        assertThat(today.countries()).contains("BG").doesNotContain("UA");
        assertThat(before.countries()).contains("BG", "UA");
        assertThat(Figures.people("Other", TODAY).except()).isTrue();
        assertThat(Figures.people("BR", TODAY).countries()).containsExactly("BR");
        assertThat(Figures.marketText("Brazil@2026-09-30")).isEqualTo("Brazil");
    }

    @Test
    void aPriceIsWhatMetaSaidAndMaybeItsCategory() {
        assertThat(Figures.priced("told")).isEqualTo(new Priced(Priced.Said.TOLD, null));
        assertThat(Figures.priced("charged:utility")).isEqualTo(new Priced(Priced.Said.CHARGED, "utility"));
        assertThat(Figures.priceText("charged:utility")).isEqualTo("Charged, Utility");
    }

    @Test
    void aTimeIsAStepAndMaybeWhatItTookLongerThan() {
        assertThat(Figures.lasted("delivered")).isEqualTo(new Lasted(Milestone.DELIVERED, -1));
        assertThat(Figures.lasted(Figures.took("read", 2_300))).isEqualTo(new Lasted(Milestone.READ, 2_300));
        assertThat(Figures.tookText("read:2300")).isEqualTo("Phone to read, longer than 2.3 s");
        assertThat(Figures.tookText("read")).isEqualTo("Phone to read");
    }

    @Test
    void whatHappenedHasItsBeginningAndItsEnd() {
        var from = Instant.parse("2026-11-20T14:24:00Z");
        var until = Instant.parse("2026-11-20T14:26:00Z");

        for (var what : Happened.What.values()) {
            assertThat(Figures.happened(Figures.happened(what, from, until)))
                    .isEqualTo(new Happened(what, from, until));
        }
        assertThat(Figures.happened("sold:2026-11-20T14:24:00Z..2026-11-20T14:26:00Z"))
                .isNull();
        assertThat(Figures.happened("taken:2026-11-20T14:24:00Z")).isNull();
        assertThat(Figures.happened("taken:now..then")).isNull();
        assertThat(Figures.happened("..taken:")).isNull();
    }

    @Test
    void nonsenseFiltersNothing() {
        assertThat(Figures.people("Atlantis", TODAY)).isNull();
        assertThat(Figures.people("Brazil@yesterday", TODAY).countries()).containsExactly("BR");
        assertThat(Figures.priced("dear")).isNull();
        assertThat(Figures.lasted("replied")).isNull();
        assertThat(Figures.lasted("read:long")).isNull();
        assertThat(Figures.people(null, TODAY)).isNull();
    }
}
