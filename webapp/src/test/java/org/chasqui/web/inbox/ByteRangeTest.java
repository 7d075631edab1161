package org.chasqui.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-9, 0, 9",
        "bytes=40-49, 40, 49",
        "bytes=90-500, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-500, 0, 99"
    })
    void isThePieceOfAHundredBytesThatWasAskedFor(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=-", "bytes=100-", "bytes=9-3", "bytes=-0", "bytes=0-1,5-6", "lines=0-1"})
    void whatMakesNoSenseIsAnsweredWithTheWholeFile(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void withoutAHeaderThereIsNone() {
        assertThat(ByteRange.of(null, 100)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoPieces() {
        assertThat(ByteRange.of("bytes=0-", 0)).isEmpty();
        assertThat(ByteRange.of("bytes=-5", 0)).isEmpty();
    }

    @Test
    void tellsWhatItIs() {
        var range = new ByteRange(40, 49);

        assertThat(range.length()).isEqualTo(10);
        assertThat(range.of(100)).isEqualTo("bytes 40-49/100");
    }
}
