package org.chasqui.sandbox;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox is told from outside. Read from system properties and the environment, not from MicroProfile Config,
 * because the sandbox itself is a source of that configuration.
 *
 * @param folder {@code <data-dir>/sandbox}
 * @param appId the operator's own values for the app; null where the sandbox makes them
 */
record SandboxSettings(
        boolean enabled,
        Path folder,
        String callbackUrl,
        @Nullable String appId,
        @Nullable String appSecret,
        @Nullable String verifyToken) {

    static SandboxSettings read() {
        return read(System::getProperty, System::getenv);
    }

    static SandboxSettings read(
            UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {
        Lookup lookup = new Lookup(properties, environment);
        Optional<String> appId = lookup.value("chasqui.meta.app-id");
        boolean enabled = lookup.value("chasqui.sandbox.enabled")
                .map(Boolean::parseBoolean)
                .orElse(appId.isEmpty());
        Path data = Path.of(lookup.value("chasqui.data-dir").orElse("data"));
        String port = lookup.value("chasqui.http.port").orElse("8080");
        String callback =
                lookup.value("chasqui.sandbox.callback-url").orElse("http://localhost:" + port + "/webhooks/meta");
        return new SandboxSettings(
                enabled,
                data.resolve("sandbox"),
                callback,
                appId.orElse(null),
                lookup.value("chasqui.meta.app-secret").orElse(null),
                lookup.value("chasqui.meta.verify-token").orElse(null));
    }

    private record Lookup(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> environment) {

        Optional<String> value(String key) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            String property = properties.apply(key);
            String value = property == null || property.isBlank() ? environment.apply(variable) : property;
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.trim());
        }
    }
}
