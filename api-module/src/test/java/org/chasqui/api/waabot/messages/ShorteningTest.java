package org.chasqui.api.waabot.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShorteningTest {
    @Property
    void isNeverLongerThanItMayBeAndKeepsWhatFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 60) int most) {
        var shorter = Shortening.shortened(text, most);

        assertThat(shorter.codePointCount(0, shorter.length())).isLessThanOrEqualTo(most);
        if (text.codePointCount(0, text.length()) <= most) {
            assertThat(shorter).isEqualTo(text);
        } else {
            assertThat(shorter).endsWith("…");
        }
    }

    @Property
    void noTwoAreAlikeHoweverAlikeTheyWere(@ForAll @Size(max = 40) List<@StringLength(max = 30) String> texts) {
        var distinct = new Shortening.Distinct(20);
        var seen = new HashSet<String>();

        for (var text : texts) {
            var one = distinct.next(text);
            assertThat(seen.add(one)).as(one).isTrue();
            assertThat(one.codePointCount(0, one.length())).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void saysWhatItCut() {
        var shortening = new Shortening();

        assertThat(shortening.cut("btndata.buttons[0].title", "Reply this text (REPLY)", 20))
                .isEqualTo("Reply this text (RE…");
        assertThat(shortening.cut("short", "short", 20)).isEqualTo("short");
        assertThat(shortening.warnings())
                .containsExactly(
                        "btndata.buttons[0].title was shortened to 20 characters, the most that WhatsApp takes.");
    }

    @Test
    void aSmileyIsNotCutInHalf() {
        assertThat(Shortening.shortened("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
