package org.chasqui.api.waabot;

import java.io.IOException;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Routes;
import org.chasqui.platform.keys.Scope;

/** The addresses of the dialect, which are written here without {@code /api/v1}, and which scope each asks for. */
public final class WaabotRoutes {
    private final Routes<Route> routes = new Routes<>();
    private final WordSet roots = new WordSet();
    private final WordSet wordsOfWhatsapp = new WordSet();

    WaabotRoutes() {}

    /** What serves an address. */
    sealed interface Route {
        /** Whoever calls has to say who he is, and to hold a scope. */
        record Guarded(String scope, WaabotHandler handler) implements Route {}

        /** Anybody may call. */
        record Open(OpenHandler handler) implements Route {}
    }

    /** Serves an address for anybody. */
    @FunctionalInterface
    interface OpenHandler {
        Answer answer(Call call) throws IOException;
    }

    /** An address that changes nothing; needs the scope to read. */
    public WaabotRoutes reads(String method, String path, WaabotHandler handler) {
        return guarded(method, path, Scope.READ, handler);
    }

    /** An address that changes something here; needs the scope to write. */
    public WaabotRoutes writes(String method, String path, WaabotHandler handler) {
        return guarded(method, path, Scope.WRITE, handler);
    }

    /** An address that sends to people; needs the scope to send. */
    public WaabotRoutes sends(String method, String path, WaabotHandler handler) {
        return guarded(method, path, Scope.SEND, handler);
    }

    WaabotRoutes open(String method, String path, OpenHandler handler) {
        return add(method, path, new Route.Open(handler));
    }

    private WaabotRoutes guarded(String method, String path, String scope, WaabotHandler handler) {
        return add(method, path, new Route.Guarded(scope, handler));
    }

    private WaabotRoutes add(String method, String path, Route route) {
        routes.on(method, path, route);
        var words = path.substring(1).toLowerCase(Locale.ROOT).split("/");
        roots.add(words[0]);
        if (words.length > 1 && words[0].equals("whatsapp") && !words[1].startsWith("{")) {
            wordsOfWhatsapp.add(words[1]);
        }
        return this;
    }

    Routes.Match<Route> find(String method, String path) {
        return routes.find(method, path);
    }

    /** Whether the first word of a path, which stands there between two places, is ours. */
    boolean isRoot(String path, int from, int to) {
        return roots.holds(path, from, to);
    }

    /** Whether a word behind {@code /whatsapp} is one of ours; the native API has its own there. */
    boolean isBehindWhatsapp(String path, int from, int to) {
        return wordsOfWhatsapp.holds(path, from, to);
    }
}
