package org.chasqui.api.dialog360;

import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Routes;
import org.chasqui.platform.keys.Scope;

/** The addresses of the dialect behind its base URLs, and which scope each asks for. */
public final class Dialog360Routes {
    private final Routes<Route> routes = new Routes<>();

    Dialog360Routes() {}

    /** What serves an address. */
    sealed interface Route {
        /** Whoever calls has to have a key, and that a scope. */
        record Guarded(String scope, Dialog360Handler handler) implements Route {}

        /** Anybody may call. */
        record Open(OpenHandler handler) implements Route {}
    }

    /** Serves an address for anybody. */
    @FunctionalInterface
    public interface OpenHandler {
        /** Serves a call. */
        Answer answer(Call call);
    }

    /** An address that changes nothing; needs the scope to read. */
    public Dialog360Routes reads(String method, String path, Dialog360Handler handler) {
        routes.on(method, path, new Route.Guarded(Scope.READ, handler));
        return this;
    }

    /** An address that changes something here or at Meta; needs the scope to write. */
    public Dialog360Routes writes(String method, String path, Dialog360Handler handler) {
        routes.on(method, path, new Route.Guarded(Scope.WRITE, handler));
        return this;
    }

    /** An address that sends to people; needs the scope to send. */
    public Dialog360Routes sends(String method, String path, Dialog360Handler handler) {
        routes.on(method, path, new Route.Guarded(Scope.SEND, handler));
        return this;
    }

    /** An address for who has no key yet. */
    public Dialog360Routes open(String method, String path, OpenHandler handler) {
        routes.on(method, path, new Route.Open(handler));
        return this;
    }

    Routes.Match<Route> find(String method, String path) {
        return routes.find(method, path);
    }
}
