package org.chasqui.api.waabot.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanFormatTest {
    @ParameterizedTest
    @CsvSource({
        // curl
        "*/*, PAGE",
        // a browser's address line, and its img
        "'text/html,application/xhtml+xml,image/avif,*/*;q=0.8', PAGE",
        "'image/avif,image/webp,image/png,*/*;q=0.8', PNG",
        "image/png, PNG",
        // axios
        "'application/json, text/plain, */*', BASE64"
    })
    void whatTheClientAcceptsDecides(String accept, ScanFormat format) {
        assertThat(ScanFormat.of(Optional.empty(), Optional.of(accept))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"base64, BASE64", "base64text, BASE64TEXT", "Base64Text, BASE64TEXT", "png, PNG", "html, PAGE"})
    void aFormatGoesBeforeWhatIsAccepted(String word, ScanFormat format) {
        assertThat(ScanFormat.of(Optional.of(word), Optional.of("text/html"))).isEqualTo(format);
    }

    @Test
    void nothingSaidIsThePage() {
        assertThat(ScanFormat.of(Optional.empty(), Optional.empty())).isEqualTo(ScanFormat.PAGE);
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatThrownBy(() -> ScanFormat.of(Optional.of("tiff"), Optional.empty()))
                .hasMessageContaining("base64text");
    }
}
