package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EndsTest {
    private final Crowd crowd = new Crowd(20_000);

    private int placeOf(Fate fate) {
        for (int position = 1; position <= crowd.size(); position++) {
            if (crowd.at(position) == fate) {
                return position;
            }
        }
        throw new AssertionError("nobody has the fate " + fate);
    }

    private static String row(int position, String state, String detail, String message) {
        return position + ",,+49,\"Souza; Ana\"," + state + ",," + detail + ",," + message + ",1,,";
    }

    private Ends of(String... rows) {
        return new Ends(crowd, Stream.concat(Stream.of("position,…"), Stream.of(rows)));
    }

    @Test
    void everyFateIsDrawnAndEverybodyHasANumberOfHisOwn() {
        assertThat(crowd.sizes()).containsOnlyKeys(Fate.values());
        assertThat(crowd.sizes().get(Fate.ORDINARY)).isBetween(14_000, 17_000);
        var addresses = new HashSet<String>();
        var doubles = new ArrayList<Integer>();
        for (int place = 0; place < crowd.size(); place++) {
            if (!addresses.add(crowd.at(place + 1).address(place))) {
                doubles.add(place + 1);
            }
        }
        assertThat(doubles)
                .hasSize(crowd.sizes().get(Fate.TWICE_ON_THE_LIST))
                .allSatisfy(place -> assertThat(crowd.at(place)).isEqualTo(Fate.TWICE_ON_THE_LIST));
    }

    @Test
    void tellsWhoEndedWhereHeCannot() {
        var ends = of(
                row(placeOf(Fate.ORDINARY), "read", "", "a"),
                row(placeOf(Fate.REFUSED), "read", "", "b"),
                row(placeOf(Fate.NO_NUMBER), "skipped", "\"no number, and no id\"", ""));

        assertThat(ends.wrong()).isOne();
        assertThat(ends.in("read")).isEqualTo(2);
        assertThat(ends.of(Fate.REFUSED, "read")).isOne();
        assertThat(ends.messages()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void tellsWhoIsUncertainThoughMetaDidNothingForIt() {
        var ends = of(
                row(placeOf(Fate.ORDINARY), "uncertain", "", "a"),
                row(placeOf(Fate.RESET_AND_LOST), "uncertain", "", "b"));

        assertThat(ends.wrong()).isZero();
        assertThat(ends.uncertain()).isOne();
    }

    @Test
    void tellsOfTwoWhoShareAMessage() {
        assertThat(of(row(placeOf(Fate.ORDINARY), "read", "", "a"), row(placeOf(Fate.UNREAD), "delivered", "", "a"))
                        .doubled())
                .isOne();
    }

    @Test
    void theCommandLineIsReadOrRefused() {
        var options = ChaosOptions.parse("--only", "campaign", "--recipients", "5000", "--kills", "2");
        assertThat(options.runs(ChaosOptions.Part.CAMPAIGN)).isTrue();
        assertThat(options.runs(ChaosOptions.Part.CSV)).isFalse();
        assertThat(options.recipients()).isEqualTo(5_000);
        assertThat(options.kills()).isEqualTo(2);
        for (var wrong : List.of("--recipients 10", "--only all", "--what 1", "--kills")) {
            assertThatThrownBy(() -> ChaosOptions.parse(wrong.split(" "))).isInstanceOf(BenchFailed.class);
        }
    }
}
