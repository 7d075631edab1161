package org.chasqui.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Stops in order when the JVM is told to: the web part, then the broker, then the database. The JVM runs all hooks at
 * once and the server has one of its own: this one waits for that, because message-driven beans hang when their broker
 * goes before them.
 */
final class StopHook extends Thread {

    private static final String SERVERS_HOOK = "Payara Micro Shutdown Hook";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int LOOKS = 100;

    private final EmbeddedServers embedded;
    private final DataFolder data;
    private final Progress progress;
    private volatile boolean serverRuns;

    StopHook(EmbeddedServers embedded, DataFolder data, Progress progress) {
        super("Chasqui stop");
        this.embedded = embedded;
        this.data = data;
        this.progress = progress;
    }

    /** From now on there is a server to wait for. */
    void serverRuns() {
        serverRuns = true;
    }

    @Override
    public void run() {
        // The server prints debris to standard output while it stops; the launcher's own lines do not go through this.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            if (serverRuns) {
                progress.step("stopping");
                awaitServersHook();
            }
            embedded.close();
            data.close();
            if (serverRuns) {
                progress.step("stopped");
            }
        } catch (Exception e) {
            progress.step("stopped, but not in order: " + e.getMessage());
        }
    }

    private static void awaitServersHook() throws InterruptedException {
        Optional<Thread> hook = serversHook();
        // It may not have been started yet: the JVM starts the hooks one after another, in no order.
        for (int look = 0; hook.isEmpty() && look < LOOKS; look++) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            hook = serversHook();
        }
        if (hook.isPresent()) {
            hook.get().join(PATIENCE.toMillis());
        }
    }

    private static Optional<Thread> serversHook() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(SERVERS_HOOK))
                .findFirst();
    }
}
