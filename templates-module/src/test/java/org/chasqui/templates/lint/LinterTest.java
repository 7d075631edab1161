package org.chasqui.templates.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.templates.definition.Drafts.body;
import static org.chasqui.templates.definition.Drafts.draft;
import static org.chasqui.templates.definition.Drafts.json;
import static org.chasqui.templates.definition.Drafts.marketing;
import static org.chasqui.templates.definition.Drafts.utility;

import java.util.List;
import java.util.Random;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.TemplateDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinterTest {
    private static final TemplateDraft GOOD =
            utility("[" + body("Hi {{1}}, your order {{2}} is ready for pick-up.") + "]");

    @Test
    void hasNothingToSayAboutAGoodTemplate() {
        var report = Linter.check(GOOD, List.of());
        assertThat(report.findings()).isEmpty();
        assertThat(report.passed()).hasSameElementsAs(Linter.rules());
        assertThat(report.score()).isEqualTo(100);
        assertThat(report.likely()).isEqualTo(Category.UTILITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "category.promotion-in-utility|Hi {{1}}, take 10 % off your next order with us.",
                "category.promotion-in-utility|Hola {{1}}, aprovecha el descuento de esta semana.",
                "category.code-outside-authentication|Hi {{1}}, your verification code is waiting here.",
                "link.shortened|Hi {{1}}, see your order at https://bit.ly/3xYz now.",
                "link.to-whatsapp|Hi {{1}}, write us at https://wa.me/15551234567 today.",
                "link.in-text|Hi {{1}}, see https://example.com for your order.",
                "policy.sensitive-data|Hi {{1}}, please answer with your card number now.",
                "policy.goods|Hi {{1}}, the casino is open again tonight.",
                "policy.threat|Hi {{1}}, pay today or we take legal action against you.",
                "language.mismatch|Hola {{1}}, su pedido está listo para los clientes y gracias.",
                "language.mismatch|Здравствуйте, ваш заказ готов к выдаче сегодня.",
                "wording.vague|Hello you.",
                "wording.capitals|HI THERE, YOUR ORDER IS READY FOR PICK-UP NOW.",
                "wording.emoji|Hi there, it is ready 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉 for you.",
                "wording.gaps|Hi there, your      order is ready today.",
                "wording.open-formatting|Hi there, your *order is ready today.",
                "variable.odd-brackets|Hi [first name], your order is ready today."
            })
    void findsWhatAReviewerWouldObjectTo(String rule, String text) {
        assertThat(rules(utility("[" + body(text) + "]"))).contains(rule);
    }

    @Test
    void findsWhatIsWrongBesideTheBody() {
        assertThat(
                        rules(
                                utility(
                                        "[{'type':'BODY','text':'Hi {{1}}, your order is ready now.','example':{'body_text':[['xxx']]}}]")))
                .contains("sample.placeholder");
        assertThat(rules(utility("[{'type':'HEADER','format':'TEXT','text':'Ready 🎉'},"
                        + body("Your order is ready now.") + "]")))
                .contains("header.emoji");
        assertThat(rules(marketing("[" + body("Come and see what is new this week.") + "]")))
                .contains("marketing.no-way-out");
        assertThat(rules(marketing("[" + body("Come and see what is new this week.")
                        + ",{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Stop'}]}]")))
                .doesNotContain("marketing.no-way-out");
        assertThat(rules(new TemplateDraft("test_1", "UTILITY", "en_US", null, GOOD.components(), null)))
                .contains("name.says-nothing");
    }

    @Test
    void comparesWithTheOtherTemplatesOfTheAccount() {
        var same = new Linter.Other("ready", "en_US", "Hi {{1}}, your order {{2}} is ready for pick-up.", "");
        var elsewhere = new Linter.Other("ready", "pt_BR", "Hi {{1}}, your order {{2}} is ready for pick-up.", "");
        assertThat(Linter.check(GOOD, List.of(same)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .satisfies(finding -> assertThat(finding.message()).contains("ready (en_US)"));
        assertThat(Linter.check(GOOD, List.of(elsewhere)).findings()).isEmpty();
    }

    @Test
    void guessesTheCategoryThatMetaChooses() {
        assertThat(Linter.check(utility("[" + body("Hi {{1}}, last chance to buy now with us.") + "]"), List.of())
                        .likely())
                .isEqualTo(Category.MARKETING);
        assertThat(Linter.check(draft("AUTHENTICATION", "[{'type':'BODY'}]"), List.of())
                        .likely())
                .isEqualTo(Category.AUTHENTICATION);
    }

    @Test
    void putsWhatMetaRefusesFirstAndStopsIt() {
        var report = Linter.check(utility("[" + body("{{1}} get a discount now, all of you") + "]"), List.of());
        assertThat(report.isStopped()).isTrue();
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(report.score()).isLessThan(70);
    }

    /** Whatever somebody writes is judged: each rule is either passed or has a finding, and each finding has a fix. */
    @Test
    void judgesWhateverSomebodyWrites() {
        var random = new Random(3);
        var pieces = new String[] {
            "{{1}}",
            "{{",
            "}}",
            "*",
            "```",
            "SALE",
            "\\\\n",
            "🙂",
            "http://",
            "bit.ly/x",
            "[a b]",
            " ",
            "ñandú",
            "%s",
            "$1",
            "العربية",
            "xxx"
        };
        for (int round = 0; round < 1_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
            }
            var report = Linter.check(utility("[{'type':'BODY','text':'" + text + "'}]"), List.of());
            assertThat(report.score()).isBetween(0, 100);
            for (var rule : Linter.rules()) {
                boolean found = report.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(rule));
                assertThat(found).as(rule).isNotEqualTo(report.passed().contains(rule));
            }
            assertThat(report.findings())
                    .allMatch(finding ->
                            !finding.fix().isBlank() && !finding.place().isBlank());
        }
    }

    @Test
    void saysSomethingAboutNonsense() {
        assertThat(Linter.check(new TemplateDraft("", "", "", null, json("5"), null), List.of())
                        .isStopped())
                .isTrue();
    }

    private static List<String> rules(TemplateDraft draft) {
        return Linter.check(draft, List.of()).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
