package org.chasqui.api.botmaker.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chasqui.templates.templates.TemplateView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateChoiceTest {
    private static final List<TemplateView> ALL = List.of(
            Samples.template("order", "es", "REJECTED", "[]"),
            Samples.template("order", "pt_BR", "APPROVED", "[]"),
            Samples.template("order", "en_US", "APPROVED", "[]"),
            Samples.template("bill", "es", "PENDING", "[]"));

    @ParameterizedTest
    @CsvSource({
        "order, pt_BR, pt_BR",
        "order, pt-BR, pt_BR",
        "order, en, en_US",
        "order, en_GB, en_US",
        "order, es, pt_BR",
        "order:es, , es",
        "ORDER, en_US, en_US",
        "bill, , es"
    })
    void theLanguageIsThatOfThePersonWhenItIsApproved(String name, String language, String chosen) {
        assertThat(TemplateChoice.choose(ALL, name, language))
                .map(TemplateView::language)
                .contains(chosen);
    }

    @Test
    void aNameThatNobodyHasIsNone() {
        assertThat(TemplateChoice.choose(ALL, "orders", null)).isEmpty();
        assertThat(TemplateChoice.choose(ALL, "order:fr", null)).isEmpty();
    }

    @Test
    void metasIdIsTaken() {
        assertThat(TemplateChoice.choose(ALL, ALL.get(3).metaId(), null)).contains(ALL.get(3));
    }
}
