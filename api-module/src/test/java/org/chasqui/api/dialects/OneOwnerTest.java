package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.api.nativeapi.NativeApi;
import org.junit.jupiter.api.Test;

/**
 * No two dialects claim one path, and none claims a path of an application, a servlet or the pages: all of them share one host.
 * The dialects' routes are asked of the dialects, the applications' of their classes, and the rest of the sources of all modules.
 */
class OneOwnerTest {
    private static final String NATIVE = "/api/v1";

    /** What stands for a variable: an id as one gateway or the other has it. */
    private static final List<String> IDS = List.of("1234567890", "61a7bd6ea34282366c025764", "word");

    /** Where a dialect may lie besides the root. A route that is claimed below none of them fails the test. */
    private static final List<String> PREFIXES = List.of(
            "",
            NATIVE,
            "/graph",
            "/graph/v24.0",
            "/v24.0",
            "/v1",
            "/botmaker",
            "/waabot",
            "/d360",
            "/cbot",
            "/callmissed");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/]*}");
    private static final Pattern MAPPED = Pattern.compile(
            "(?:@ApplicationPath\\(|@WebServlet\\(|@ServerEndpoint\\(|urlPatterns = )(\\{[^}]*}|\"[^\"]*\")"
                    + "|<url-pattern>([^<]*)<");
    private static final Pattern ADDRESS = Pattern.compile("/[^\"*<]*");

    private final List<Surface.Served> dialects = new Surface().dialects();

    @Test
    void everyDialectHasRoutesAndClaimsThem() {
        assertThat(dialects).hasSizeGreaterThanOrEqualTo(2).allSatisfy(served -> {
            assertThat(served.routes()).as(served.name()).isNotEmpty();
            assertThat(served.routes())
                    .as(served.name())
                    .allSatisfy(route -> assertThat(claimed(served, route)).isNotEmpty());
        });
    }

    @Test
    void noTwoDialectsClaimOnePath() {
        for (var served : dialects) {
            for (var route : served.routes()) {
                for (var path : claimed(served, route)) {
                    assertThat(owners(path)).as(route + " at " + path).containsExactly(served.name());
                }
            }
        }
    }

    @Test
    void noDialectClaimsAPathOfTheNativeApi() {
        assertThat(nativePaths())
                .hasSizeGreaterThan(50)
                .allSatisfy(path -> assertThat(owners(path)).as(path).isEmpty());
    }

    @Test
    void noDialectClaimsWhatIsMappedElsewhere() throws IOException {
        assertThat(mapped())
                .contains("/webhooks/meta", "/sandbox/graph")
                .allSatisfy(path -> assertThat(owners(path)).as(path).isEmpty());
    }

    @Test
    void noRouteIsThereTwice() {
        for (var served : dialects) {
            assertThat(served.routes().stream()
                            .map(route -> VARIABLE.matcher(route).replaceAll("{}")))
                    .as(served.name())
                    .doesNotHaveDuplicates();
        }
        var owners = new HashMap<String, Set<String>>();
        for (var resource : NativeApi.resources()) {
            for (var method : resource.getMethods()) {
                verb(method)
                        .ifPresent(verb -> owners.computeIfAbsent(
                                        verb + " "
                                                + VARIABLE.matcher(path(resource, method))
                                                        .replaceAll("{}"),
                                        route -> new TreeSet<>())
                                .add(resource.getSimpleName() + "." + method.getName()));
            }
        }
        assertThat(owners)
                .isNotEmpty()
                .allSatisfy((route, methods) -> assertThat(methods).as(route).hasSize(1));
    }

    /** The paths of a route that its dialect claims. */
    private static List<String> claimed(Surface.Served served, String route) {
        var template = route.replaceFirst("^\\w+ ", "");
        return PREFIXES.stream()
                .flatMap(prefix -> samples(prefix + template))
                .filter(path -> served.dialect().claims(path))
                .toList();
    }

    private static Stream<String> samples(String template) {
        return IDS.stream().map(id -> VARIABLE.matcher(template).replaceAll(id)).distinct();
    }

    private List<String> owners(String path) {
        return dialects.stream()
                .filter(served -> served.dialect().claims(path))
                .map(Surface.Served::name)
                .toList();
    }

    private static Set<String> nativePaths() {
        var paths = new TreeSet<String>();
        for (var resource : NativeApi.resources()) {
            for (var method : resource.getMethods()) {
                if (verb(method).isPresent()) {
                    samples(path(resource, method)).forEach(paths::add);
                }
            }
        }
        return paths;
    }

    private static String path(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var path = NATIVE + resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return path.replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    /** Addresses of applications and servlets of all modules, those of the native API left out. */
    private static Set<String> mapped() throws IOException {
        var mapped = new TreeSet<String>();
        try (var files = Files.walk(root())) {
            files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> file.toString().endsWith(".java") || file.endsWith("web.xml"))
                    .forEach(file -> MAPPED.matcher(read(file))
                            .results()
                            .map(MatchResult::group)
                            .flatMap(found ->
                                    ADDRESS.matcher(found.replace("</", "<")).results())
                            .map(found -> found.group().replaceFirst("/$", ""))
                            .filter(path -> !path.isEmpty() && !path.equals(NATIVE))
                            .forEach(mapped::add));
        }
        return mapped;
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static java.nio.file.Path root() {
        var folder = java.nio.file.Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
