package org.chasqui.messaging.bots.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    We open at **7**.              | We open at *7*.
                    __Today__ and *tomorrow*: **x**| *Today* and _tomorrow_: *x*
                    ***Both***                     | _*Both*_
                    Already *bold* and _italic_    | Already *bold* and _italic_
                    ~~4.20~~ now 3.10              | ~4.20~ now 3.10
                    Run `ls -a` now                | Run `ls -a` now
                    5 * 3 * 2 = 30                 | 5 * 3 * 2 = 30
                    snake_case_name                | snake_case_name
                    # Prices                       | *Prices*
                    ## **Prices**                  | *Prices*
                    [our shop](https://a.example/x)| our shop: https://a.example/x
                    <https://a.example>            | https://a.example
                    https://a.example/a_b_c        | https://a.example/a_b_c
                    ![map](https://a.example/m.png)| map: https://a.example/m.png
                    1. one                         | 1. one
                    * one                          | - one
                    > quoted                       | > quoted
                    1 < 2 && 3 > 2                 | 1 < 2 && 3 > 2
                    \\*no stars\\*                 | *no stars*
                    """)
    void marksBecomeWhatsApps(String markdown, String expected) {
        assertThat(WhatsAppText.of(markdown)).isEqualTo(expected);
    }

    @Test
    void blocksStayApartAndListsTogether() {
        assertThat(
                        WhatsAppText.of(
                                "# Prices\nAll of today:\n\n* bread\n* cake\n  - small\n\n1. come\n2. pay\n\n---\n\n\n\nBye  \nnow"))
                .isEqualTo("*Prices*\n\nAll of today:\n\n- bread\n- cake\n- small\n\n1. come\n2. pay\n\nBye\nnow");
    }

    @Test
    void linesStayLines() {
        assertThat(WhatsAppText.of("Ana\nLima 12\n    Peru")).isEqualTo("Ana\nLima 12\nPeru");
    }

    @Test
    void codeIsLeftAlone() {
        assertThat(WhatsAppText.of("So:\n```java\nint **a** = 1;\n```")).isEqualTo("So:\n\n```int **a** = 1;```");
    }

    @Test
    void tablesBecomeLines() {
        assertThat(WhatsAppText.of("| Bread | Price |\n|---|---:|\n| Walnut | 4.20 |\n| Plain | 3.10 |"))
                .isEqualTo("- Bread · Price\n- Walnut · 4.20\n- Plain · 3.10");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(WhatsAppText.of(" \n\t ")).isEmpty();
    }
}
