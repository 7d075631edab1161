package org.chasqui.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void isOnWhileNoMetaAppIsConfigured() {
        assertThat(settings(Map.of(), Map.of()).enabled()).isTrue();
        assertThat(settings(Map.of(), Map.of("CHASQUI_META_APP_ID", "1")).enabled())
                .isFalse();
        assertThat(settings(Map.of("chasqui.sandbox.enabled", "true"), Map.of("CHASQUI_META_APP_ID", "1"))
                        .enabled())
                .isTrue();
        assertThat(settings(Map.of(), Map.of("CHASQUI_SANDBOX_ENABLED", "false"))
                        .enabled())
                .isFalse();
    }

    @Test
    void systemPropertiesGoBeforeTheEnvironment() {
        SandboxSettings settings = settings(
                Map.of("chasqui.http.port", "28200"), Map.of("CHASQUI_HTTP_PORT", "1", "CHASQUI_DATA_DIR", "/srv/c"));

        assertThat(settings.callbackUrl()).isEqualTo("http://localhost:28200/webhooks/meta");
        assertThat(settings.folder()).isEqualTo(Path.of("/srv/c/sandbox"));
    }

    @Test
    void credentialsAreMadeOnceAndClosedToOthers() throws IOException {
        Credentials made = Credentials.of(folder.resolve("sandbox"));

        assertThat(Credentials.of(folder.resolve("sandbox"))).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("sandbox/credentials.properties"))))
                .isEqualTo("rw-------");
        assertThat(Credentials.of(folder.resolve("other"))).isNotEqualTo(made);
        assertThat(made.wabaId()).matches("\\d{15}");
    }

    @Test
    void whoeverMakesCredentialsAtOnceGetsTheSame() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            Callable<Credentials> make = () -> Credentials.of(folder.resolve("sandbox"));
            Set<Credentials> made = IntStream.range(0, 8).mapToObj(i -> executor.submit(make)).toList().stream()
                    .map(SandboxSettingsTest::get)
                    .collect(Collectors.toSet());

            assertThat(made).hasSize(1);
            try (Stream<Path> files = Files.list(folder.resolve("sandbox"))) {
                assertThat(files).hasSize(1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static Credentials get(Future<Credentials> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static SandboxSettings settings(Map<String, String> properties, Map<String, String> environment) {
        return SandboxSettings.read(properties::get, environment::get);
    }
}
