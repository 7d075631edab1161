package org.chasqui.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts the product step by step, each with a line on standard output, and ends with the banner. */
public final class Launcher {

    private static final int EXIT_REFUSED = 2;
    private static final Duration READY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration SANDBOX_PATIENCE = Duration.ofMinutes(1);
    private static final Duration SANDBOX_MOMENT = Duration.ofSeconds(3);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Clock clock = Clock.systemUTC();
    private final Settings settings = Settings.ofThisProcess();
    private final Progress progress;

    private Launcher(PrintStream out) {
        // Of the JVM, not of the process: bin/run built in the same process before.
        long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
        this.progress = new Progress(out, clock, Instant.ofEpochMilli(begin));
    }

    /** Called by {@code Main}, when the JDK is new enough. */
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.out.println(arguments[0].equals("--version") ? "Chasqui " + version() : Usage.TEXT);
            System.exit(arguments[0].equals("--version") || arguments[0].equals("--help") ? 0 : EXIT_REFUSED);
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            new Launcher(out).start();
        } catch (StartRefused e) {
            if (isStopping()) {
                return;
            }
            err.println("Chasqui cannot start: " + e.getMessage());
            System.getLogger(Launcher.class.getName()).log(System.Logger.Level.DEBUG, "Start refused", e);
            System.exit(EXIT_REFUSED);
        } catch (Throwable e) {
            if (isStopping()) {
                return;
            }
            // Without an exit the server's threads would keep a half-started product alive.
            err.println("Chasqui cannot start: " + e);
            e.printStackTrace(err);
            System.exit(1);
        }
    }

    /** A start that is interrupted by Ctrl-C fails somewhere, which is nobody's business. */
    private static boolean isStopping() {
        var probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void start() throws IOException, InterruptedException {
        var address = new HttpAddress(settings.httpHost(), settings.httpPort());
        settings.refuseWithoutEncryptionKey();
        address.refuseIfTaken();
        var data = DataFolder.open(settings.dataFolder());
        progress.say(
                "Chasqui " + version() + " starts on Java " + Runtime.version().feature() + ", data in " + data.root());
        var temporary = data.emptyFolder("tmp");
        System.setProperty("java.io.tmpdir", temporary.toString());
        StartCompiler.spare(temporary);
        Path logging = Logging.configure(data, settings.isLogOnConsole());
        var bundle = Bundle.unpack(ownJar(), data.folder("runtime"));
        var embedded = new EmbeddedServers();
        var stop = new StopHook(embedded, data, progress);
        Runtime.getRuntime().addShutdownHook(stop);
        tellApplication(data);

        embedded.start(settings, data, bundle, progress);
        var server = Server.boot(address, data, bundle, logging);
        stop.serverRuns();
        progress.step("server ready");
        embedded.await();
        server.deploy(bundle);
        progress.step("application deployed");
        awaitReady(address);
        progress.step("ready");
        showBanner(data);
    }

    private void tellApplication(DataFolder data) {
        System.setProperty("chasqui.launcher", "true");
        settings.offer("chasqui.data-dir", data.root().toString());
        settings.offer("chasqui.http.port", Integer.toString(settings.httpPort()));
        settings.offer("chasqui.public-url", settings.publicUrl());
        // Keep-alive connections per host of the JDK's client, which REST clients use; the default is 5.
        settings.offer("http.maxConnections", "64");
    }

    private void awaitReady(HttpAddress address) throws InterruptedException {
        Instant end = clock.instant().plus(READY_PATIENCE);
        while (!address.isReady()) {
            if (clock.instant().isAfter(end)) {
                throw new StartRefused("the application is deployed but http://localhost:" + address.port()
                        + "/health/ready still says no after " + READY_PATIENCE.toSeconds()
                        + " s. The log in the data folder has the cause.");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** The sandbox's number is connected a moment after ready: waited for briefly, else its line follows later. */
    private void showBanner(DataFolder data) throws InterruptedException {
        Optional<String> number = settings.isSandbox() ? awaitSandbox(SANDBOX_MOMENT) : Optional.empty();
        var banner = Banner.take(settings, data);
        progress.say(banner.text());
        if (settings.isSandbox()) {
            number.or(() -> awaitSandboxQuietly())
                    .ifPresent(id -> progress.say(banner.sendTitle() + "\n\n" + banner.sendLine(id) + "\n"));
        }
    }

    private Optional<String> awaitSandboxQuietly() {
        try {
            return awaitSandbox(SANDBOX_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> awaitSandbox(Duration patience) throws InterruptedException {
        Instant end = clock.instant().plus(patience);
        Optional<String> number = Banner.sandboxNumber();
        while (number.isEmpty() && clock.instant().isBefore(end)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            number = Banner.sandboxNumber();
        }
        return number;
    }

    private static Path ownJar() {
        try {
            return Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new StartRefused("the path of chasqui.jar cannot be read: " + e.getMessage(), e);
        }
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
