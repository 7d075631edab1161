package org.chasqui.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Properties properties = new Properties();

    @Test
    void systemPropertyBeatsEnvironmentAndBlankCountsAsNotSet() {
        var settings = with(Map.of("CHASQUI_HTTP_PORT", "9000", "CHASQUI_BROKER_URL", " "));
        assertThat(settings.httpPort()).isEqualTo(9000);
        assertThat(settings.isBrokerEmbedded()).isTrue();
        properties.setProperty("chasqui.http.port", "9001");
        assertThat(settings.httpPort()).isEqualTo(9001);
    }

    @Test
    void offersNothingThatTheOperatorHasSet() {
        var settings = with(Map.of("CHASQUI_DATABASE_USER", "mine"));
        settings.offer("chasqui.database.user", "chasqui");
        settings.offer("chasqui.database.password", "made");
        assertThat(properties).containsOnlyKeys("chasqui.database.password");
    }

    @Test
    void sandboxListensOnLoopbackAndRealLifeEverywhere() {
        assertThat(with(Map.of()).httpHost()).isEqualTo("127.0.0.1");
        assertThat(with(Map.of("CHASQUI_META_APP_ID", "1")).httpHost()).isEqualTo("0.0.0.0");
        assertThat(with(Map.of("CHASQUI_META_APP_ID", "1", "CHASQUI_SANDBOX_ENABLED", "true"))
                        .httpHost())
                .isEqualTo("127.0.0.1");
        assertThat(with(Map.of("CHASQUI_HTTP_HOST", "10.0.0.7")).httpHost()).isEqualTo("10.0.0.7");
    }

    @Test
    void publicUrlFollowsThePortAndLosesItsLastSlash() {
        assertThat(with(Map.of("CHASQUI_HTTP_PORT", "9000")).publicUrl()).isEqualTo("http://localhost:9000");
        assertThat(with(Map.of("CHASQUI_PUBLIC_URL", "https://chasqui.example.org/"))
                        .publicUrl())
                .isEqualTo("https://chasqui.example.org");
    }

    @Test
    void metaWithoutEncryptionKeyIsRefused() {
        assertThatThrownBy(() -> with(Map.of("CHASQUI_META_APP_ID", "1")).refuseWithoutEncryptionKey())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CHASQUI_ENCRYPTION_KEY");
        with(Map.of()).refuseWithoutEncryptionKey();
    }

    private Settings with(Map<String, String> environment) {
        return new Settings(properties, environment);
    }
}
