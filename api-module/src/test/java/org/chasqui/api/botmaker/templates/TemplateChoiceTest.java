package org.chasqui.api.botmaker.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.Change;
import org.chasqui.templates.templates.TemplateChanged;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateChoiceTest {
    private static final List<TemplateView> ALL = List.of(
            Samples.template("order", "es", "REJECTED", "[]"),
            Samples.template("order", "pt_BR", "APPROVED", "[]"),
            Samples.template("order", "en_US", "APPROVED", "[]"),
            Samples.template("bill", "es", "PENDING", "[]"));

    private static final SenderNumber SENDER = new SenderNumber(
            new UUID(2, 2),
            ALL.get(0).workspaceId(),
            ALL.get(0).accountId(),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

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
    void theLanguageIsThatOfThePersonWhenItIsApproved(String name, @Nullable String language, String chosen) {
        assertThat(TemplateChoice.choose(ALL, name, () -> language))
                .map(TemplateView::language)
                .contains(chosen);
    }

    @Test
    void aNameThatNobodyHasIsNone() {
        assertThat(TemplateChoice.choose(ALL, "orders", () -> null)).isEmpty();
        assertThat(TemplateChoice.choose(ALL, "order:fr", () -> null)).isEmpty();
    }

    @Test
    void metasIdIsTaken() {
        assertThat(TemplateChoice.choose(ALL, ALL.get(3).metaId(), () -> null)).contains(ALL.get(3));
    }

    @Test
    void nobodyAsksForTheLanguageWhereThereIsOne() {
        assertThat(TemplateChoice.choose(ALL, "bill", () -> {
                    throw new IllegalStateException("nobody needs it");
                }))
                .contains(ALL.get(3));
    }

    @Test
    void callsAreAnsweredFromMemoryUntilATemplateChanges() {
        var looks = new AtomicInteger();
        var one = ALL.get(3);
        var choice = new TemplateChoice();
        choice.templates = new Templates() {
            @Override
            public List<TemplateView> list(UUID workspaceId) {
                looks.incrementAndGet();
                return List.of(one);
            }
        };
        choice.find(SENDER, "bill", () -> null);
        assertThat(choice.find(SENDER, "bill", () -> null)).contains(one);
        assertThat(looks).hasValue(1);

        choice.changed(new TemplateChanged(one, new Change(Change.Kind.STATUS, "PENDING", "APPROVED", null, null)));
        choice.find(SENDER, "bill", () -> null);
        assertThat(looks).hasValue(2);
    }
}
