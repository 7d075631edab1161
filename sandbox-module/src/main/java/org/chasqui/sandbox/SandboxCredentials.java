package org.chasqui.sandbox;

import java.io.IOException;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the product the credentials of the app that the sandbox plays, as an operator would configure those of a real
 * one. Below environment and system properties (ordinal 50); silent while the sandbox is off.
 */
public final class SandboxCredentials implements ConfigSource {

    private static final System.Logger LOG = System.getLogger(SandboxCredentials.class.getName());
    private static final Set<String> KEYS = Set.of(
            "chasqui.meta.app-id",
            "chasqui.meta.app-secret",
            "chasqui.meta.verify-token",
            "chasqui.sandbox.token",
            "chasqui.sandbox.waba-id",
            "chasqui.sandbox.phone-number-id");

    private @Nullable Credentials credentials;

    /** Made by {@link java.util.ServiceLoader}. */
    public SandboxCredentials() {}

    @Override
    public String getName() {
        return "chasqui-sandbox";
    }

    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public Set<String> getPropertyNames() {
        return SandboxSettings.read().enabled() ? KEYS : Set.of();
    }

    @Override
    public @Nullable String getValue(String key) {
        if (!KEYS.contains(key)) {
            return null;
        }
        Credentials known = credentials();
        if (known == null) {
            return null;
        }
        return switch (key) {
            case "chasqui.meta.app-id" -> known.appId();
            case "chasqui.meta.app-secret" -> known.appSecret();
            case "chasqui.meta.verify-token" -> known.verifyToken();
            case "chasqui.sandbox.token" -> known.token();
            case "chasqui.sandbox.waba-id" -> known.wabaId();
            default -> known.phoneNumberId();
        };
    }

    private synchronized @Nullable Credentials credentials() {
        if (credentials == null) {
            SandboxSettings settings = SandboxSettings.read();
            if (settings.enabled()) {
                try {
                    credentials = Credentials.of(settings.folder());
                } catch (IOException e) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "The sandbox cannot keep its credentials in " + settings.folder()
                                    + ". Make chasqui.data-dir writable, or set chasqui.sandbox.enabled=false.",
                            e);
                }
            }
        }
        return credentials;
    }
}
