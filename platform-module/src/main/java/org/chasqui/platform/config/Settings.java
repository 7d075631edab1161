package org.chasqui.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings; an empty value counts as none, because that is what a line in a compose file often leaves behind. */
@ApplicationScoped
public class Settings {
    /** What the sandbox provides has this ordinal; whatever an operator says ranks higher. */
    private static final int SANDBOX_ORDINAL = 50;

    private static final int DEFAULT_PORT = 8080;

    private final Config config;

    /** For the container. */
    public Settings() {
        this(ConfigProvider.getConfig());
    }

    /** Settings from a given configuration. */
    public Settings(Config config) {
        this.config = config;
    }

    /** The value of a key; empty when it is not set or blank. */
    public Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * A whole number.
     *
     * @throws StartRefused when the value is no number or lies outside of the range
     */
    public int number(String key, int fallback, int least, int most) {
        var text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            var number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same sentence.
        }
        throw new StartRefused(
                key + " must be a whole number from " + least + " to " + most + ", not \"" + text.get() + "\".");
    }

    /**
     * A yes or no.
     *
     * @throws StartRefused when the value is neither true nor false
     */
    public Optional<Boolean> flag(String key) {
        return text(key).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartRefused(key + " must be true or false, not \"" + value + "\".");
        });
    }

    /** Whether the operator has named a Meta app; the one that the sandbox brings does not count. */
    public boolean isMetaAppConfigured() {
        var value = config.getConfigValue("chasqui.meta.app-id");
        var text = value.getValue();
        return text != null && !text.isBlank() && value.getSourceOrdinal() > SANDBOX_ORDINAL;
    }

    /** Whether the built-in sandbox plays Meta: as configured, else as long as no Meta app is. */
    public boolean isSandboxEnabled() {
        return flag("chasqui.sandbox.enabled").orElseGet(() -> !isMetaAppConfigured());
    }

    /** Port on which this node answers HTTP. */
    public int httpPort() {
        return number("chasqui.http.port", DEFAULT_PORT, 1, 65_535);
    }

    /** Address under which others reach us, without a trailing slash. */
    public String publicUrl() {
        return text("chasqui.public-url")
                .orElseGet(() -> "http://localhost:" + httpPort())
                .replaceAll("/+$", "");
    }

    /** Whether others reach us over TLS; a proxy may end it in front of us. */
    public boolean isPublicUrlSecure() {
        return publicUrl().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** Folder for what this node keeps. */
    public Path dataDir() {
        return Path.of(text("chasqui.data-dir").orElse("./data"))
                .toAbsolutePath()
                .normalize();
    }
}
