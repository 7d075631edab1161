package org.chasqui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chasqui.bench.Options.Part;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutArgumentsEverythingRunsButDialectsAndAnalytics() {
        var options = Options.parse();
        for (var part : Part.values()) {
            assertThat(options.runs(part)).as(part.name()).isEqualTo(part != Part.ANALYTICS && part != Part.DIALECTS);
        }
        assertThat(Options.parse("--only", "analytics").runs(Part.ANALYTICS)).isTrue();
        assertThat(options.rates()).containsExactly(250, 500, 1_000);
    }

    @Test
    void onlyTheNamedPartsRun() {
        var options = Options.parse("--only", "load,Direct", "--rate", "100, 2000", "--numbers", "3");
        assertThat(options.runs(Part.START)).isFalse();
        assertThat(options.runs(Part.LOAD)).isTrue();
        assertThat(options.runs(Part.DIRECT)).isTrue();
        assertThat(options.rates()).containsExactly(100, 2_000);
    }

    @Test
    void onlyAStartNeedsNoProductToGoOn() {
        assertThat(Options.parse("--only", "start").needsProduct()).isFalse();
        assertThat(Options.parse("--only", "start,backlog").needsProduct()).isTrue();
        assertThat(Options.parse("--mixed-rate", "50").mixedRate()).isEqualTo(50);
    }

    @Test
    void aFlagTakesNoValue() {
        var options = Options.parse("--idempotency-keys", "--seconds", "7", "--separate-sandbox");
        assertThat(options.idempotencyKeys()).isTrue();
        assertThat(options.separateSandbox()).isTrue();
        assertThat(options.seconds()).isEqualTo(7);
        assertThat(options.through()).isEqualTo(Through.CHASQUI);
        assertThat(Options.parse("--through", "dialog360").through()).isEqualTo(Through.DIALOG360);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> Options.parse("--speed", "9")).hasMessageContaining("--speed");
        assertThatThrownBy(() -> Options.parse("--seconds", "soon")).hasMessageContaining("\"soon\"");
        assertThatThrownBy(() -> Options.parse("--seconds", "1")).hasMessageContaining("5 to 3600");
        assertThatThrownBy(() -> Options.parse("--only", "stop"))
                .hasMessageContaining("start, load, mixed, backlog, direct, dialects and analytics");
        assertThatThrownBy(() -> Options.parse("--rate")).hasMessageContaining("--rate");
    }

    @Test
    void aRateBeyondTheLimitOfTheNumbersSaysHowManyAreNeeded() {
        assertThatThrownBy(() -> Options.parse("--rate", "2500")).hasMessageContaining("--numbers 3");
    }
}
