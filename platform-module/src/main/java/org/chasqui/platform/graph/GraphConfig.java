package org.chasqui.platform.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.config.StartRefused;

/** Where Graph is and what our app is called there. */
@ApplicationScoped
public class GraphConfig {
    private static final String META = "https://graph.facebook.com";
    private static final String DEFAULT_VERSION = "v24.0";
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");

    @Inject
    Settings settings;

    /** For the container. */
    public GraphConfig() {}

    GraphConfig(Settings settings) {
        this.settings = settings;
    }

    /**
     * Base of all Graph calls with the version and without a trailing slash, for example
     * {@code https://graph.facebook.com/v24.0}.
     */
    public URI baseUrl() {
        var host = settings.text("chasqui.graph.url").orElseGet(this::usualHost).replaceAll("/+$", "");
        var version = settings.text("chasqui.graph.version").orElse(DEFAULT_VERSION);
        if (!VERSION.matcher(version).matches()) {
            throw new StartRefused("chasqui.graph.version must look like v24.0, not \"" + version + "\".");
        }
        if (!host.startsWith("http://") && !host.startsWith("https://")) {
            throw new StartRefused("chasqui.graph.url must begin with https:// or http://, not \"" + host + "\".");
        }
        return URI.create(host + "/" + version);
    }

    private String usualHost() {
        return isSandbox() ? "http://localhost:" + settings.httpPort() + "/sandbox/graph" : META;
    }

    /** Secrets that webhooks may be signed with: the current one first, then, during a rotation, the previous one. */
    public List<byte[]> appSecrets() {
        var secrets = new ArrayList<byte[]>();
        secrets.add(appSecret().getBytes(StandardCharsets.UTF_8));
        settings.text("chasqui.meta.app-secret-previous")
                .ifPresent(secret -> secrets.add(secret.getBytes(StandardCharsets.UTF_8)));
        return List.copyOf(secrets);
    }

    /** Meta's id of our app; empty when the sandbox is off and none is configured. */
    public Optional<String> appId() {
        return settings.text("chasqui.meta.app-id");
    }

    /** The current secret of our app at Meta. */
    public String appSecret() {
        return required("chasqui.meta.app-secret", "Meta signs its webhooks with it");
    }

    /** The id of the Facebook Login for Business configuration that Embedded Signup runs with; empty when none is set. */
    public Optional<String> signupConfigId() {
        return settings.text("chasqui.meta.config-id");
    }

    /** What Meta sends as {@code hub.verify_token} when it checks our webhook address. */
    public String verifyToken() {
        return required("chasqui.meta.verify-token", "Meta shows it when it checks the webhook address");
    }

    /** The token of the app itself, {@code id|secret}, which may inspect other tokens; empty without an app id. */
    public Optional<String> appToken() {
        return appId().map(id -> id + "|" + appSecret());
    }

    /** Where Meta shall post its webhooks. */
    public URI callback() {
        return URI.create(settings.publicUrl() + "/webhooks/meta");
    }

    /** Whether the built-in sandbox plays Meta. */
    public boolean isSandbox() {
        return settings.isSandboxEnabled();
    }

    /**
     * The address at which a WABA's webhooks shall arrive instead of the one that the app has at Meta; empty, which is
     * the usual case, to leave that one in force.
     */
    public Optional<URI> callbackOverride() {
        return settings.flag("chasqui.meta.callback-override").orElse(false)
                ? Optional.of(callback())
                : Optional.empty();
    }

    private String required(String key, String why) {
        return settings.text(key)
                .orElseThrow(() ->
                        new StartRefused(key + " is not set: " + why + ". It is in the app's dashboard at Meta."));
    }
}
