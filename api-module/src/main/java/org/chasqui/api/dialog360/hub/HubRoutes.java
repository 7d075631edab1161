package org.chasqui.api.dialog360.hub;

import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Routes;
import org.chasqui.platform.keys.Scope;

/** The addresses of the hub, and which scope each asks for. */
final class HubRoutes {
    static final String PREFIX = "/api/v2";

    private static final String PARTNER = PREFIX + "/partners/{partner}";

    private final Routes<Route> routes = new Routes<>();

    /** What serves an address. */
    sealed interface Route {
        /** Only a partner may call whose key has a scope. */
        record Guarded(String scope, Handler handler) implements Route {}

        /** Anybody may call. */
        record Open(OpenHandler handler) implements Route {}
    }

    /** Serves an address for a partner. */
    @FunctionalInterface
    interface Handler {
        Answer answer(HubCall call) throws IOException;
    }

    /** Serves an address for anybody. */
    @FunctionalInterface
    interface OpenHandler {
        Answer answer(Call call) throws IOException;
    }

    /** An address below that of the partner which changes nothing. */
    HubRoutes reads(String method, String path, Handler handler) {
        routes.on(method, PARTNER + path, new Route.Guarded(Scope.READ, handler));
        return this;
    }

    /** An address below that of the partner which changes something here or at Meta. */
    HubRoutes writes(String method, String path, Handler handler) {
        routes.on(method, PARTNER + path, new Route.Guarded(Scope.WRITE, handler));
        return this;
    }

    /** An address for who has no token yet. */
    HubRoutes open(String method, String path, OpenHandler handler) {
        routes.on(method, PREFIX + path, new Route.Open(handler));
        return this;
    }

    Routes.Match<Route> find(String method, String path) {
        return routes.find(method, path);
    }
}
