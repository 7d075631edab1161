package org.chasqui.api.dialects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * Which handler serves which method at which path. Words of a path are compared without regard to case, as the gateways do
 * whose APIs these are; a word goes before a variable such as {@code {id}}.
 *
 * @param <H> what serves a request
 */
public final class Routes<H> {
    private final List<Route<H>> routes = new ArrayList<>();

    /**
     * The handler of a request.
     *
     * @param variables by name, as the client wrote them
     */
    public record Match<H>(H handler, Map<String, String> variables) {}

    private record Route<H>(String method, List<String> words, H handler) {
        /** Null when the path is another. */
        @Nullable
        Map<String, String> match(List<String> path) {
            if (path.size() != words.size()) {
                return null;
            }
            var variables = new TreeMap<String, String>();
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                if (isVariable(word)) {
                    variables.put(word.substring(1, word.length() - 1), path.get(i));
                } else if (!word.equalsIgnoreCase(path.get(i))) {
                    return null;
                }
            }
            return Map.copyOf(variables);
        }
    }

    /** Adds a route; whoever comes first serves a request that fits two of them equally well. */
    public Routes<H> on(String method, String template, H handler) {
        routes.add(new Route<>(method, words(template), handler));
        return this;
    }

    /** All routes, as {@code GET /whatsapp/{id}}, in the order in which they were added. */
    public List<String> list() {
        return routes.stream()
                .map(route -> route.method() + " /" + String.join("/", route.words()))
                .toList();
    }

    /**
     * The handler of a request.
     *
     * @throws RequestFailed NOT_FOUND, or METHOD_NOT_ALLOWED with the methods that the address takes
     */
    public Match<H> find(String method, String path) {
        var words = words(path);
        var allowed = new TreeSet<String>();
        return best(method, words, allowed).orElseThrow(() -> missing(method, allowed));
    }

    private Optional<Match<H>> best(String method, List<String> words, SortedSet<String> allowed) {
        Match<H> best = null;
        for (var route : routes) {
            var variables = route.match(words);
            if (variables == null) {
                continue;
            }
            allowed.add(route.method());
            boolean isNearer =
                    best == null || variables.size() < best.variables().size();
            if (route.method().equals(method) && isNearer) {
                best = new Match<>(route.handler(), variables);
            }
        }
        return Optional.ofNullable(best);
    }

    private static RequestFailed missing(String method, SortedSet<String> allowed) {
        return allowed.isEmpty()
                ? new RequestFailed(FailureCode.NOT_FOUND, "There is nothing at this address.")
                : new RequestFailed(
                        FailureCode.METHOD_NOT_ALLOWED,
                        "This address does not take " + method + "; it takes " + String.join(", ", allowed) + ".");
    }

    private static boolean isVariable(String word) {
        return word.startsWith("{") && word.endsWith("}");
    }

    private static List<String> words(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
