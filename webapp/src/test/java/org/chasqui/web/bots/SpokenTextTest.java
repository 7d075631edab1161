package org.chasqui.web.bots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTextTest {
    @Test
    void variantsAreCountedAndShownFilledIn() {
        var text = new SpokenText("{Hi|Hello|Hey} [name], we are {closed|away}.");

        assertThat(text.getCountText()).isEqualTo("6 variants");
        assertThat(text.getVariants()).hasSize(3).allMatch(said -> said.contains("Ana"));
        assertThat(text.getLengthText()).isEqualTo("longest 25 characters");
        assertThat(text.getVariants()).isEqualTo(new SpokenText(text.getText()).getVariants());
    }

    @Test
    void aTextWithoutVariantsIsAlwaysTheSame() {
        assertThat(new SpokenText("We are back at nine.").getCountText()).isEqualTo("always the same");
        assertThat(new SpokenText("").getVariants()).isEmpty();
        assertThat(new SpokenText("  ").wish()).isNull();
    }

    @Test
    void manyVariantsAreNotCountedOut() {
        var text = new SpokenText("{a|b|c|d|e|f|g} {a|b|c|d|e|f|g}");

        assertThat(text.getCountText()).isEqualTo("more than 30 variants");
    }
}
