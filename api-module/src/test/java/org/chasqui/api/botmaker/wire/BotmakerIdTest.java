package org.chasqui.api.botmaker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BotmakerIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000000",
                "01a20115-3c5e-7a04-9d0b-6f1f0d9f2c11",
                "ffffffff-ffff-ffff-ffff-ffffffffffff"
            })
    void oneOfOursIsOneOfTheirsAndBack(String ours) {
        var theirs = BotmakerId.of(UUID.fromString(ours));

        assertThat(theirs).matches("[0-9A-Z]{25}");
        assertThat(BotmakerId.parse(theirs)).contains(UUID.fromString(ours));
        assertThat(BotmakerId.parse(theirs.toLowerCase(Locale.ROOT))).contains(UUID.fromString(ours));
    }

    @Test
    void oursIsTakenAsItIs() {
        var ours = UUID.fromString("01a20115-3c5e-7a04-9d0b-6f1f0d9f2c11");

        assertThat(BotmakerId.parse(ours.toString())).contains(ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", "ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01A20115-3C5E", "Ñ000000000000000000000000"})
    void anythingElseIsNone(String text) {
        assertThat(BotmakerId.parse(text)).isEmpty();
    }

    @Test
    void aFreshOneHasTwentyCharactersAndIsLikeNoOther() {
        assertThat(BotmakerId.fresh()).matches("[0-9A-Z]{20}").isNotEqualTo(BotmakerId.fresh());
    }
}
