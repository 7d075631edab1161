package org.chasqui.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code chasqui.jar} as its users have it, in a process and a data folder of its own. Not for several threads. */
final class Gateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String READY = "Chasqui is ready.";

    private final Path repository;
    private final Path folder;
    private final GatewayData data;
    private final List<String> jvm;
    private final int port;
    private final String key = "cm_" + random(32);
    private final Map<String, String> environment = new HashMap<>();
    private final StringBuilder output = new StringBuilder();
    private @Nullable Process process;
    private @Nullable Thread reader;
    private long begunAt;
    private volatile long readyAt;

    /**
     * A product that was never started.
     *
     * @param folder is emptied
     * @param port 0 for a free one
     */
    Gateway(Path repository, Path folder, int port, List<String> jvm) {
        this.repository = repository;
        this.folder = GatewayData.emptied(folder);
        this.data = new GatewayData(folder.resolve("data"));
        this.jvm = jvm;
        this.port = port == 0 ? freePort() : port;
        environment.put("CHASQUI_HTTP_PORT", Integer.toString(this.port));
        environment.put("CHASQUI_DATA_DIR", data.root().toString());
        environment.put("CHASQUI_BOOTSTRAP_API_KEY", key);
        environment.put("CHASQUI_ADMIN_PASSWORD", random(18));
        // One key carries all load here; the limit of a key is not what is measured.
        environment.put("CHASQUI_API_RATE_LIMIT_PER_MINUTE", "10000000");
    }

    /** Adds an environment variable for this and later starts. */
    Gateway with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Sends to the sandbox of another process instead of its own. */
    Gateway against(Gateway other) {
        var credentials = other.data().credentials();
        return with("CHASQUI_SANDBOX_ENABLED", "false")
                .with("CHASQUI_GRAPH_URL", other.url() + "/sandbox/graph")
                .with("CHASQUI_META_APP_ID", credentials.getProperty("app-id"))
                .with("CHASQUI_META_APP_SECRET", credentials.getProperty("app-secret"))
                .with("CHASQUI_META_VERIFY_TOKEN", credentials.getProperty("verify-token"))
                .with(
                        "CHASQUI_ENCRYPTION_KEY",
                        Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)));
    }

    /** Starts the process and returns when it says that it is ready; answers the seconds that took. */
    double start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + repository.resolve("bin/jvm.options"));
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar",
                repository.resolve("distribution/launcher/target/chasqui.jar").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CHASQUI_") || name.equals("MICRO_JAR"));
        builder.environment().putAll(environment);
        synchronized (output) {
            output.setLength(0);
            readyAt = 0;
        }
        begunAt = System.nanoTime();
        try {
            var started = builder.start();
            process = started;
            reader = new Thread(() -> read(started), "output of the product");
            reader.setDaemon(true);
            reader.start();
        } catch (IOException noJava) {
            throw new BenchFailed("The product cannot be started: " + noJava.getMessage(), noJava);
        }
        awaitReady();
        data.forgetComplaints();
        return TimeUnit.NANOSECONDS.toMillis(readyAt - begunAt) / 1_000.0;
    }

    private void awaitReady() {
        long end = begunAt + PATIENCE.toNanos();
        synchronized (output) {
            while (readyAt == 0) {
                if (System.nanoTime() > end || reader == null || !reader.isAlive()) {
                    throw new BenchFailed(whyNotReady() + " It printed:\n" + output);
                }
                try {
                    output.wait(500);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new BenchFailed("Interrupted", interrupted);
                }
            }
        }
    }

    private String whyNotReady() {
        return process == null || process.isAlive()
                ? "The product was not ready within " + PATIENCE.toSeconds() + " s."
                : "The product ended with exit code " + process.exitValue() + " before it was ready.";
    }

    private void read(Process started) {
        try (BufferedReader lines = started.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                    if (line.contains(READY)) {
                        readyAt = System.nanoTime();
                    }
                    output.notifyAll();
                }
            }
        } catch (IOException gone) {
            // The process has ended, which those who wait for it notice.
            return;
        } finally {
            synchronized (output) {
                output.notifyAll();
            }
        }
    }

    /** The {@link System#nanoTime()} at which the present process was started. */
    long begunAt() {
        return begunAt;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Kills the process, not its database. */
    void kill9() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** SIGTERM; answers the seconds until it had stopped. */
    double stop() {
        long begin = System.nanoTime();
        if (process != null) {
            process.toHandle().destroy();
            awaitEnd();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin) / 1_000.0;
    }

    private void awaitEnd() {
        try {
            if (process != null && !process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new BenchFailed("The product did not stop within 60 s and was killed. It printed:\n" + output);
            }
            if (reader != null) {
                reader.join(5_000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    String key() {
        return key;
    }

    /** What it keeps. */
    GatewayData data() {
        return data;
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    /** JDBC address of the embedded database; user chasqui, {@link GatewayData#databasePassword()}. */
    String databaseUrl() {
        synchronized (output) {
            var line = Pattern.compile("database ready \\(127\\.0\\.0\\.1:(\\d+)\\)")
                    .matcher(output);
            if (!line.find()) {
                throw new BenchFailed("The product did not say where its database is. It printed:\n" + output);
            }
            return "jdbc:postgresql://127.0.0.1:" + line.group(1) + "/chasqui?ApplicationName=bench";
        }
    }

    /** Stops the process, and the database that a kill -9 has left behind. */
    @Override
    public void close() {
        if (isAlive()) {
            stop();
        }
        long postmaster = data.postmaster();
        if (postmaster != 0) {
            // SIGINT, the fast shutdown, has no name in Java; SIGTERM would wait for clients, of which there are none.
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroy);
        }
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new BenchFailed("There is no free port on the loopback address.", none);
        }
    }
}
