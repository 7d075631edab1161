package org.chasqui.api.botmaker;

import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Routes;
import org.chasqui.platform.keys.Scope;

/** The addresses of the dialect, and which scope each asks for. */
public final class BotmakerRoutes {
    private final Routes<Route> routes = new Routes<>();

    BotmakerRoutes() {}

    /** What serves an address. */
    sealed interface Route {
        /** Whoever calls has to send his token, and to hold a scope. */
        record Guarded(String scope, BotmakerHandler handler) implements Route {
            /** Whether a client that repeats a call with the same {@code Idempotency-Key} is to reach nobody twice. */
            boolean isRepeatable() {
                return scope.equals(Scope.SEND);
            }
        }

        /** Anybody may call. */
        record Open(OpenHandler handler) implements Route {}
    }

    /** Serves an address for anybody. */
    @FunctionalInterface
    interface OpenHandler {
        Answer answer(Call call) throws IOException;
    }

    /** An address that changes nothing; needs the scope to read. */
    public BotmakerRoutes reads(String method, String path, BotmakerHandler handler) {
        return guarded(method, path, Scope.READ, handler);
    }

    /** An address that changes something here; needs the scope to write. */
    public BotmakerRoutes writes(String method, String path, BotmakerHandler handler) {
        return guarded(method, path, Scope.WRITE, handler);
    }

    /** An address that sends to people; needs the scope to send. */
    public BotmakerRoutes sends(String method, String path, BotmakerHandler handler) {
        return guarded(method, path, Scope.SEND, handler);
    }

    BotmakerRoutes open(String method, String path, OpenHandler handler) {
        routes.on(method, path, new Route.Open(handler));
        return this;
    }

    private BotmakerRoutes guarded(String method, String path, String scope, BotmakerHandler handler) {
        routes.on(method, path, new Route.Guarded(scope, handler));
        return this;
    }

    Routes.Match<Route> find(String method, String path) {
        return routes.find(method, path);
    }
}
