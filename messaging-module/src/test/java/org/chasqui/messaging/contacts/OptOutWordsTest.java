package org.chasqui.messaging.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop\n",
                "baja",
                "BAJA",
                "Salir",
                "pare",
                "unsubscribe",
                "dar  de baja",
                "ARRET",
                "arrêt",
                "ＳＴＯＰ"
            })
    void stops(String text) {
        assertThat(OptOutWords.DEFAULT.optsOut(text)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "alta", "Álta", "subscribe"})
    void startsAgain(String text) {
        assertThat(OptOutWords.DEFAULT.optsOut(text)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "please stop calling me names",
                "stop it",
                "non-stop",
                "bajan los precios",
                "restart",
                "👍"
            })
    void everythingElseIsTalk(String text) {
        assertThat(OptOutWords.DEFAULT.optsOut(text)).isEmpty();
    }

    @Property
    void aWordOfTheListAlwaysWorksHoweverItIsWritten(@ForAll @StringLength(min = 1, max = 50) String word) {
        var words = new OptOutWords(List.of(word), List.of());
        boolean isWord = !OptOutWords.fold(word).isEmpty();

        assertThat(words.optsOut("  " + word + " ").isPresent()).isEqualTo(isWord);
        if (isWord && word.chars().allMatch(c -> c < 128)) {
            assertThat(words.optsOut(word.toUpperCase(Locale.ROOT))).contains(true);
            assertThat(words.optsOut(word.toLowerCase(Locale.ROOT))).contains(true);
        }
    }

    @Test
    void aLetterIsNotLookedAt() {
        assertThat(OptOutWords.DEFAULT.optsOut("stop ".repeat(100_000))).isEmpty();
    }
}
