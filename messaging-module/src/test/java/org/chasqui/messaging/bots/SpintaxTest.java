package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpintaxTest {
    private static final Map<String, String> ANA = Map.of("name", "Ana", "city", "");

    @Test
    void theDefaultMessageOfTheSeedIsDrawnAndFilledIn() {
        assertThat(all(BotMessages.SEED_FALLBACK))
                .containsExactly(
                        "Hello Ana your message has no keyword here.", "Hi Ana your message has no keyword here.");
    }

    @Test
    void partsMayHoldBracesThemselves() {
        assertThat(all("{Hi|Hello {there|{dear|good} friend}} [name]"))
                .containsExactly("Hello dear friend Ana", "Hello good friend Ana", "Hello there Ana", "Hi Ana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Hi [name]!~Hi Ana!",
                "Hi [NAME]!~Hi Ana!",
                "Welcome to [city]!~Welcome to!",
                "Come and see us, [city].~Come and see us.",
                "Yes, [city], we do~Yes, we do",
                "[1] Prices~[1] Prices",
                "[unknown] stays~[unknown] stays",
                "{only one} stays~{only one} stays",
                "{open|never closed~{open|never closed",
                "closed} never opened~closed} never opened",
                "\\{A|B\\} as written~{A|B} as written",
                "\\[name]~[name]",
                "C:\\dir stays~C:\\dir stays",
                "{|}empty~empty",
                "[name~[name"
            })
    void whatMeansNothingIsPlainText(String text, String said) {
        assertThat(all(text)).containsExactly(said);
    }

    @Property
    void noTextBreaksIt(
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'c') @Chars({'{', '}', '|', '[', ']', '\\'})
                    String text) {
        var said = Spintax.render(text, ANA, new Random(1));

        // What was not written is not said: nothing here has a value.
        assertThat(said.length()).isLessThanOrEqualTo(text.length());
    }

    @Property
    void whatHasNoMarksIsSaidAsItIs(@ForAll @StringLength(max = 100) @CharRange(from = 'a', to = 'z') String text) {
        assertThat(Spintax.render(text, ANA, new Random(1))).isEqualTo(text);
    }

    @Test
    void aTextOfTenThousandBracesIsReadAtOnce() {
        assertThatCode(() -> Spintax.render("{".repeat(10_000), ANA, new Random(1)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Spintax.render("{".repeat(5_000) + "}".repeat(5_000), ANA, new Random(1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{|} ", "{A| }"})
    void whatMayBecomeNothingIsRefused(String text) {
        assertThatThrownBy(() -> Spintax.check("away_message", text, 100))
                .isInstanceOf(RequestFailed.class)
                .hasMessageContaining("away_message");
    }

    @Test
    void whatMayBecomeTooLongIsRefusedWhateverIsDrawn() {
        assertThatThrownBy(() -> Spintax.check("text", "{a|" + "b".repeat(101) + "}", 100))
                .isInstanceOf(RequestFailed.class);
        assertThatCode(() -> Spintax.check("text", "{" + "a".repeat(60) + "|" + "b".repeat(60) + "}", 100))
                .doesNotThrowAnyException();
    }

    @Test
    void bracesMayNotBeNestedWithoutEnd() {
        assertThatThrownBy(() -> Spintax.check("text", "{a|".repeat(11) + "b" + "}".repeat(11), 100))
                .hasMessageContaining("deep");
    }

    private static TreeSet<String> all(String text) {
        var said = new TreeSet<String>();
        var random = new Random(1);
        for (int i = 0; i < 500; i++) {
            said.add(Spintax.render(text, ANA, random));
        }
        return said;
    }
}
