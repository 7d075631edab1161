package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaMediaTest {
    private static final URI META = URI.create("https://graph.facebook.com/v24.0");
    private static final URI SANDBOX = URI.create("http://localhost:8080/sandbox/graph/v24.0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
                "https://mmg.whatsapp.net/v/1",
                "https://graph.facebook.com/x"
            })
    void theTokenGoesToMetasHosts(String address) {
        assertThat(MetaMedia.isMetas(URI.create(address), META)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://fbsbx.com.evil.example/x",
                "https://evilfbsbx.com/x",
                "https://lookaside.fbsbx.com@169.254.169.254/x",
                "https://169.254.169.254/latest/meta-data",
                "http://localhost:8080/x",
                "file:///etc/passwd",
                "//lookaside.fbsbx.com/x",
                "x"
            })
    void andNowhereElse(String address) {
        assertThat(MetaMedia.isMetas(URI.create(address), META)).isFalse();
    }

    @Test
    void theSandboxServesItsFilesItself() {
        assertThat(MetaMedia.isMetas(URI.create("http://localhost:8080/sandbox/graph/lookaside/?mid=1"), SANDBOX))
                .isTrue();
        assertThat(MetaMedia.isMetas(URI.create("http://localhost:5432/"), SANDBOX))
                .isFalse();
    }

    @Test
    void readsDigestsAsMetaWritesThem() {
        var hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThat(MediaFetcher.hexadecimal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="))
                .contains(hex);
        assertThat(MediaFetcher.hexadecimal(hex.toUpperCase(java.util.Locale.ROOT)))
                .contains(hex);
        assertThat(MediaFetcher.hexadecimal("a1b2c3d4e5f6...")).isEmpty();
        assertThat(MediaFetcher.hexadecimal("")).isEmpty();
    }

    @Test
    void triesComeLaterAndLater() {
        assertThat(FetchDesk.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(FetchDesk.pause(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(FetchDesk.pause(40)).isEqualTo(Duration.ofHours(1));
    }
}
