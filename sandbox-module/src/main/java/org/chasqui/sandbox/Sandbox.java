package org.chasqui.sandbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import org.chasqui.sandbox.world.App;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Opens the world when the application starts, so that webhooks that were pending go on, and closes it at the end. */
@ApplicationScoped
public class Sandbox {

    private static final System.Logger LOG = System.getLogger(Sandbox.class.getName());
    private static final long PAUSE_BETWEEN_TRIES = 1_000;

    private final SandboxSettings settings = SandboxSettings.read();
    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable World world;
    private volatile String reason = "";
    private long nextTry;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (settings.enabled()) {
            world();
        }
    }

    /** Whether the sandbox serves at all; when not, its addresses do not exist. */
    public boolean isEnabled() {
        return settings.enabled();
    }

    /** The open world, or null while it cannot be opened: then {@link #reason()} says why. */
    public @Nullable World world() {
        World open = world;
        return open == null ? tryToOpen() : open;
    }

    /** Why there is no world. */
    public String reason() {
        return reason;
    }

    private synchronized @Nullable World tryToOpen() {
        long now = clock.millis();
        if (world != null || now < nextTry) {
            return world;
        }
        nextTry = now + PAUSE_BETWEEN_TRIES;
        try {
            Credentials made = Credentials.of(settings.folder());
            world = World.open(settings.folder(), app(made), clock);
            LOG.log(
                    System.Logger.Level.INFO,
                    "Sandbox serves at /sandbox/graph, webhooks go to " + settings.callbackUrl());
        } catch (IOException e) {
            if (!reason.equals(String.valueOf(e.getMessage()))) {
                LOG.log(System.Logger.Level.WARNING, "Sandbox is not served here: " + e.getMessage());
            }
            reason = String.valueOf(e.getMessage());
        }
        return world;
    }

    private App app(Credentials made) {
        String id = settings.appId();
        String secret = settings.appSecret();
        String verifyToken = settings.verifyToken();
        return new App(
                id == null ? made.appId() : id,
                secret == null ? made.appSecret() : secret,
                verifyToken == null ? made.verifyToken() : verifyToken,
                made.token(),
                made.wabaId(),
                made.phoneNumberId(),
                settings.callbackUrl());
    }

    @PreDestroy
    void stop() {
        World open = world;
        if (open != null) {
            open.close();
        }
    }
}
