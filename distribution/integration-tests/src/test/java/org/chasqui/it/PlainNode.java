package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One of the documented commands for a node on an unmodified server, in a process of its own. Can be started again after
 * it was stopped or killed: with the same lines, on the same port and data folder.
 */
final class PlainNode implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 420;

    private final Path folder;
    private final Path data;
    private final Path log;
    private final String mark;
    private final String documentedPort;
    private final int port = Product.freePort();
    private Process process;

    /**
     * A node that does not run yet.
     *
     * @param folder that the command is run in; holds the archives that it names
     * @param mark of the command in {@code docs/deployment.md}
     */
    PlainNode(Path folder, String mark, String documentedPort) {
        this.folder = folder;
        this.mark = mark;
        this.documentedPort = documentedPort;
        this.data = folder.resolve(mark.replace(' ', '-') + "-data");
        this.log = folder.resolve(mark.replace(' ', '-') + ".log");
    }

    /** Starts the process and returns at once. */
    PlainNode start(String environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        String script = environment
                + "export CHASQUI_DATA_DIR=" + data + "\n"
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
        builder.environment().put("JDK_JAVA_OPTIONS", Product.FAST_START);
        process = builder.start();
        return this;
    }

    /** Waits until the node says that it is ready, and then it serves. */
    void awaitReady() throws IOException, InterruptedException {
        new FirstYes(baseUrl()).await(process, this::output);
    }

    boolean isReady() {
        return new FirstYes(baseUrl()).isSaid();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    Api api(String key) {
        return Api.at(baseUrl() + "/api/v1", key);
    }

    /** The name that the node has given itself. */
    String name() throws IOException {
        return Files.readString(data.resolve("node-1/node-id")).strip();
    }

    /** Kills the process in the middle of whatever it does. */
    void kill9() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("killed").isTrue();
    }

    /** SIGTERM, as an init system sends it. Returns the exit code. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still alive after " + PATIENCE_SECONDS + " s:\n" + output());
        }
        return process.exitValue();
    }

    /** What the process has printed since its last start. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }
}
