package org.chasqui.templates.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VariablesTest {
    @Test
    void findsEachOnceInItsOrder() {
        assertThat(Variables.of("{{2}} a {{ 1 }} b {{2}} {{{3}} {4}").names()).containsExactly("2", "1", "3");
    }

    /** Whatever text stands around variables and whatever their values are, filling leaves none and loses no letter. */
    @Test
    void fillsWhateverTextAndValuesThereAre() {
        var random = new Random(7);
        var pieces = new String[] {"a", " ", "$1", "\\", "*", "\n", "ñ", "🙂", "{", "}", "%s"};
        for (int round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            var expected = new StringBuilder();
            var values = new HashMap<String, String>();
            for (int i = 1; i <= 1 + random.nextInt(4); i++) {
                var piece = pieces[random.nextInt(9)];
                var value = "v" + pieces[random.nextInt(7)];
                text.append(piece).append("{{").append(i).append("}}");
                expected.append(piece).append(value);
                values.put(Integer.toString(i), value);
            }
            assertThat(Variables.fill(text.toString(), values)).isEqualTo(expected.toString());
        }
    }
}
