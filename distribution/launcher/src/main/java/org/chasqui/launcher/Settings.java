package org.chasqui.launcher;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the launcher needs to know before there is a server: the few {@code chasqui.*} keys that concern itself, looked
 * up as MicroProfile Config does it, system property first, then environment. The application reads the rest.
 */
final class Settings {

    private final Properties properties;
    private final Map<String, String> environment;

    Settings(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static Settings ofThisProcess() {
        return new Settings(System.getProperties(), System.getenv());
    }

    /** The value as the operator set it; blank counts as not set. */
    Optional<String> get(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(variable(key))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** {@code chasqui.http.port} is {@code CHASQUI_HTTP_PORT} in the environment. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Tells the application a value that the operator has not set. */
    void offer(String key, String value) {
        if (get(key).isEmpty()) {
            properties.setProperty(key, value);
        }
    }

    int httpPort() {
        String text = get("chasqui.http.port").orElse("8080");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new StartRefused(
                    "CHASQUI_HTTP_PORT must be a port number between 1 and 65535, but is: " + text + ".");
        }
        return Integer.parseInt(text);
    }

    /** A sandbox is for the person in front of it: unless told otherwise, only this machine reaches it. */
    String httpHost() {
        return get("chasqui.http.host").orElse(isSandbox() ? "127.0.0.1" : "0.0.0.0");
    }

    boolean isSandbox() {
        return get("chasqui.sandbox.enabled")
                .map(Boolean::parseBoolean)
                .orElse(get("chasqui.meta.app-id").isEmpty());
    }

    /** The application refuses too, but only after a start of many seconds. */
    void refuseWithoutEncryptionKey() {
        if (!isSandbox() && get("chasqui.encryption-key").isEmpty()) {
            throw new StartRefused(
                    "CHASQUI_META_APP_ID is set but CHASQUI_ENCRYPTION_KEY is not. Make a key once with"
                            + " \"openssl rand -base64 32\", set it, and keep it: without it the stored tokens cannot be read.");
        }
    }

    Path dataFolder() {
        return Path.of(get("chasqui.data-dir").orElse("data")).toAbsolutePath().normalize();
    }

    String publicUrl() {
        return get("chasqui.public-url")
                .orElse("http://localhost:" + httpPort())
                .replaceAll("/+$", "");
    }

    boolean isLogOnConsole() {
        return get("chasqui.log.console").map(Boolean::parseBoolean).orElse(false);
    }

    boolean isDatabaseEmbedded() {
        return get("chasqui.database.url").isEmpty();
    }

    boolean isBrokerEmbedded() {
        return get("chasqui.broker.url").isEmpty();
    }
}
