package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "EXACT~hello~HELLO~true",
                "EXACT~hello~' hello! '~true",
                "EXACT~dar de baja~Dar   de  BAJA~true",
                "EXACT~cuánto cuesta~cuanto cuesta?~true",
                "EXACT~Straße~STRASSE~true",
                "EXACT~ola~Olá~true",
                "EXACT~hello~hello there~false",
                "EXACT~👍~👍~true",
                "EXACT~?~?~true",
                "EXACT~?~!~false",
                "CONTAINS~price~What is the PRICE?~true",
                "CONTAINS~price~price~true",
                "CONTAINS~how much~How  much is it~true",
                "CONTAINS~hi~this is nice~false",
                "CONTAINS~hi~hi, there~true",
                "CONTAINS~preço~Qual o preco disso~true",
                "CONTAINS~24~open 24/7?~true",
                "CONTAINS~24~room 1245~false",
                "CONTAINS~价格~请问价格多少~true",
                "CONTAINS~ราคา~ขอทราบราคาหน่อย~true",
                "CONTAINS~👍~ok👍ok~true",
                "REGEX~order\\s+#?(\\d+)~My ORDER  #123~true",
                "REGEX~^sim|não$~acho que nao~true",
                "REGEX~^menu$~the menu~false",
                "REGEX~caf[eé]~um CAFÉ por favor~true"
            })
    void caseAccentsAndSpacesDoNotMatter(MatchKind match, String keyword, String text, boolean matches) {
        assertThat(rule(match, keyword).find(List.of(Said.of(text))).isPresent())
                .isEqualTo(matches);
    }

    @Property
    void aWordIsFoundWhateverIsAroundIt(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String word,
            @ForAll @AlphaChars @StringLength(max = 12) String before,
            @ForAll @AlphaChars @StringLength(max = 12) String after) {
        var rule = rule(MatchKind.CONTAINS, word);

        assertThat(rule.find(List.of(Said.of(before + ", " + word.toUpperCase(Locale.ROOT) + " " + after))))
                .contains(word);
    }

    @Test
    void oneOfItsKeywordsIsEnoughAndIsNamed() {
        var rule = rule(MatchKind.CONTAINS, "price", "cost");

        assertThat(rule.find(List.of(Said.of("hello"), Said.of("the cost?")))).contains("cost");
    }

    /** Patterns that take a back-tracking engine longer than the universe is old. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y"})
    void noExpressionRunsAway(String expression) {
        Expressions.check("keywords[0]", expression);
        var text = Said.of("a".repeat(4_000) + "!");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> rule(MatchKind.REGEX, expression).find(List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a{2000}", "(a{100}){100}", "((a{1,30}){1,30}){1,30}", "(?=x)", "(a)\\1", "[z-a]"})
    void whatIsNoExpressionOrTooMuchIsRefused(String expression) {
        assertThatThrownBy(() -> Expressions.check("keywords[0]", expression))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("keywords[0]");
    }

    @Test
    void whatIsFarBehindIsNotLookedAt() {
        assertThat(rule(MatchKind.CONTAINS, "price").find(List.of(Said.of("a ".repeat(3_000) + "price"))))
                .isEmpty();
    }

    private static CompiledRule rule(MatchKind match, String... keywords) {
        return CompiledRule.of(new RuleView(
                new UUID(0, 1),
                new UUID(0, 2),
                null,
                match,
                List.of(keywords),
                List.of(new BotAction.Say("x")),
                10,
                true,
                0,
                null,
                NOW,
                NOW));
    }
}
