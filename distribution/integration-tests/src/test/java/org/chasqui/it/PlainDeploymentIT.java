package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the lines of {@code docs/deployment.md} as they stand there; only hosts, ports and secrets are put in. */
@ExtendWith(ExternalServers.class)
class PlainDeploymentIT {

    private static final int PATIENCE_SECONDS = 180;

    @Test
    void twoNodesOnAnUnmodifiedServerShareDatabaseAndBroker() throws Exception {
        Path folder = Path.of(System.getProperty("chasqui.it.folder"), "plain");
        Product.deleteTree(folder);
        Files.createDirectories(folder);
        link(folder, Path.of(System.getProperty("payara.micro")));
        link(folder, Product.repository().resolve("distribution/rar/target/chasqui-jms.rar"));
        link(folder, Product.repository().resolve("webapp/target/chasqui.war"));
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String environment = ExternalServers.documented("environment")
                .replace("db.example.org:5432", ExternalServers.databaseAddress())
                .replace("mq.example.org:61616", ExternalServers.brokerAddress())
                .replace("change-me-database", ExternalServers.DATABASE_PASSWORD)
                .replace("change-me-broker", ExternalServers.BROKER_PASSWORD)
                .replace("change-me-encryption-key", Base64.getEncoder().encodeToString(key));
        try (var first = new Node(folder, "node 1", environment, "8080");
                var second = new Node(folder, "node 2", environment, "8081")) {
            first.awaitReady();
            second.awaitReady();
            assertThat(first.stop()).as(first.output()).isIn(0, 143);
            assertThat(second.isReady()).as("the other goes on").isTrue();
        }
    }

    private static void link(Path folder, Path file) throws IOException {
        assertThat(file).exists();
        Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
    }

    /** One of the two documented commands in a process of its own. */
    private static final class Node implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final int port = Product.freePort();
        private final Path log;
        private final Process process;

        Node(Path folder, String mark, String environment, String documentedPort) throws IOException {
            log = folder.resolve(mark.replace(' ', '-') + ".log");
            String java = Path.of(System.getProperty("java.home"), "bin").toString();
            String script = environment
                    + "export PATH=" + java + ":$PATH\n"
                    + ExternalServers.documented(mark)
                            .replace("--port " + documentedPort, "--port " + port)
                            .replaceFirst("(?m)^java ", "exec java ");
            assertThat(script).contains("--port " + port, "exec java");
            var builder = new ProcessBuilder("bash", "-euc", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("CHASQUI_"));
            process = builder.start();
        }

        void awaitReady() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            var pause = new CountDownLatch(1);
            while (!isReady()) {
                assertThat(process.isAlive()).as("ended early:\n" + output()).isTrue();
                assertThat(System.nanoTime())
                        .as("not ready in time:\n" + output())
                        .isLessThan(end);
                pause.await(100, TimeUnit.MILLISECONDS);
            }
        }

        boolean isReady() {
            try {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                        .build();
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200
                        && output().contains("Payara Micro URLs");
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        int stop() throws InterruptedException {
            process.toHandle().destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still alive after a minute:\n" + output());
            }
            return process.exitValue();
        }

        String output() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return "";
            }
        }

        @Override
        public void close() throws InterruptedException {
            if (process.isAlive()) {
                stop();
            }
        }
    }
}
