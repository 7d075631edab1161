package org.chasqui.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void haveTheMarkAndTwoHundredFiftySixBits() {
        var secret = Secrets.next();

        assertThat(secret).matches("cm_[A-Za-z0-9_-]{43}");
        assertThat(Secrets.looksLikeOne(secret)).isTrue();
    }

    @Test
    void neverComeTwice() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(Secrets.next())).isTrue();
        }
    }

    @Test
    void areHashedWithSha256() {
        assertThat(HexFormat.of().formatHex(Secrets.hash("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void showLittleOfThemselvesInTheirPrefix() {
        var secret = Secrets.next();

        assertThat(secret).startsWith(Secrets.prefix(secret));
        assertThat(Secrets.prefix(secret)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cm_",
                "cm_short",
                "sk_0123456789012345678901234567",
                "cm_01234567890123456789 ",
                "cm_0123456789012345678'--"
            })
    void areNotWhatHasAnotherForm(String text) {
        assertThat(Secrets.looksLikeOne(text)).isFalse();
    }
}
