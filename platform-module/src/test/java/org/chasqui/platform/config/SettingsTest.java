package org.chasqui.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chasqui.platform.testing.GivenConfig;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void takeABlankValueForNone() {
        assertThat(settings(Map.of("chasqui.graph.url", "  ")).text("chasqui.graph.url"))
                .isEmpty();
    }

    @Test
    void sayWhatANumberMayBe() {
        assertThatThrownBy(() -> settings(Map.of("chasqui.http.port", "80a")).httpPort())
                .isInstanceOf(StartRefused.class)
                .hasMessage("chasqui.http.port must be a whole number from 1 to 65535, not \"80a\".");
        assertThatThrownBy(() -> settings(Map.of("chasqui.http.port", "70000")).httpPort())
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void takeNeitherYesNorOneForTrue() {
        assertThatThrownBy(
                        () -> settings(Map.of("chasqui.sandbox.enabled", "yes")).isSandboxEnabled())
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void haveTheSandboxOnUntilTheOperatorNamesAMetaApp() {
        assertThat(settings(Map.of()).isSandboxEnabled()).isTrue();
        assertThat(settings(Map.of("chasqui.meta.app-id", "1")).isSandboxEnabled())
                .isFalse();
        assertThat(settings(Map.of("chasqui.meta.app-id", "1", "chasqui.sandbox.enabled", "true"))
                        .isSandboxEnabled())
                .isTrue();
        assertThat(settings(Map.of("chasqui.sandbox.enabled", "false")).isSandboxEnabled())
                .isFalse();
    }

    @Test
    void knowWhetherPeopleComeOverTls() {
        assertThat(settings(Map.of()).isPublicUrlSecure()).isFalse();
        assertThat(settings(Map.of("chasqui.public-url", "HTTPS://wa.example.com/"))
                        .isPublicUrlSecure())
                .isTrue();
    }

    @Test
    void doNotTakeTheSandboxesAppForOneOfTheOperator() {
        var settings = new Settings(new GivenConfig(Map.of()).fromSandbox("chasqui.meta.app-id", "42"));

        assertThat(settings.isMetaAppConfigured()).isFalse();
        assertThat(settings.isSandboxEnabled()).isTrue();
    }

    @Test
    void cutTheSlashOffThePublicUrl() {
        assertThat(settings(Map.of("chasqui.public-url", "https://wa.example.com/"))
                        .publicUrl())
                .isEqualTo("https://wa.example.com");
        assertThat(settings(Map.of("chasqui.http.port", "9000")).publicUrl()).isEqualTo("http://localhost:9000");
    }

    private static Settings settings(Map<String, String> operator) {
        return new Settings(new GivenConfig(operator));
    }
}
