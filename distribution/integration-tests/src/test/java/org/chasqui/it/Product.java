package org.chasqui.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The product as its users have it: {@code chasqui.jar} in a process of its own, with a data folder and a port of its
 * own. {@snippet :
 * try (var product = Product.named("orders").with("CHASQUI_ADMIN_PASSWORD", "…").start()) {
 *     product.awaitReady();
 *     product.kill9();
 *     product.restart().awaitReady();
 * }
 * }
 *
 * <p>Not for several threads. The folder is under {@code target/products/<process>} and stays there after the test, with the log.
 */
final class Product implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(7);
    private static final Duration END_PATIENCE = Duration.ofSeconds(150);
    /** The optimising compiler takes a third of the processor time of a test, and changes nothing that a test can see. */
    static final String FAST_START = "-XX:TieredStopAtLevel=1";

    /** Below the ports that the system gives to outgoing connections, and apart from those of the other test processes. */
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(
            15_000 + 4_000 * Integer.getInteger("chasqui.it.fork", 1) + new SecureRandom().nextInt(3_000));

    private static final String READY_LINE = "everything is kept";

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final StringBuffer output = new StringBuffer();
    private Path javaHome = Path.of(System.getProperty("java.home"));
    private Process process;
    private Thread reader;
    /** Where in the output this start begins, and where the second did: 0 before there is one. */
    private int begin;

    private int second;

    private Product(Path folder) {
        this.folder = folder;
    }

    /** A product that was never started; its data folder is empty. */
    static Product named(String name) {
        try {
            Path folder = Path.of(System.getProperty("chasqui.it.folder"), name);
            deleteTree(folder);
            Files.createDirectories(folder);
            return new Product(folder)
                    .with("CHASQUI_HTTP_PORT", Integer.toString(freePort()))
                    .with("CHASQUI_DATA_DIR", folder.resolve("data").toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds an environment variable, for this and later starts. */
    Product with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts with another JDK from now on. */
    Product onJdk(Path home) {
        javaHome = home;
        return this;
    }

    /** Feature version of the JDK that it starts with. */
    int javaVersion() {
        return javaVersion(javaHome);
    }

    /** Feature version of a JDK; 0 when there is none. */
    static int javaVersion(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("^JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** The JDK of the highest version among those that the system has installed; empty when there is none. */
    static Optional<Path> newestJdk() {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var homes = Files.list(folder)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .max(Comparator.comparingInt(Product::javaVersion))
                    .filter(home -> javaVersion(home) >= 17);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Starts the process and returns at once. */
    Product start() {
        var command = List.of(
                javaHome.resolve("bin/java").toString(),
                "@" + repository().resolve("bin/jvm.options"),
                FAST_START,
                "-jar",
                jar().toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CHASQUI_") || name.equals("MICRO_JAR"));
        builder.environment().putAll(environment);
        begin = output.length();
        second = second == 0 ? begin : second;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        reader = new Thread(this::read, "output of " + folder.getFileName());
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    static Path jar() {
        Path jar = repository().resolve("distribution/launcher/target/chasqui.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built: mvn -pl distribution/launcher -am package");
        }
        return jar;
    }

    static Path repository() {
        return Path.of(System.getProperty("chasqui.repository"))
                .toAbsolutePath()
                .normalize();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                    output.notifyAll();
                }
            }
        } catch (IOException e) {
            // The process is gone.
        } finally {
            synchronized (output) {
                output.notifyAll();
            }
        }
    }

    /** Waits until {@code /health/ready} says yes, and then it serves. */
    Product awaitFirstYes() throws IOException, InterruptedException {
        new FirstYes(baseUrl().toString()).await(process, this::output);
        return this;
    }

    /** Waits until this start has said where everything is. */
    Product awaitReady() {
        return awaitOutput(READY_LINE);
    }

    /**
     * Waits until this start has printed the text.
     *
     * @throws AssertionError with all output when it ends or seven minutes pass before
     */
    Product awaitOutput(String text) {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        synchronized (output) {
            while (!output().contains(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || (!reader.isAlive() && !output().contains(text))) {
                    throw new AssertionError("Never printed \"" + text + "\", but:\n" + output());
                }
                try {
                    output.wait(Math.min(left, 1_000));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return this;
    }

    /** What this start has printed so far, standard output and standard error together. */
    String output() {
        return output.substring(begin);
    }

    /** What the first start has printed, however often it was started since. */
    String firstOutput() {
        return second == 0 ? output.toString() : output.substring(0, second);
    }

    /** Kills the process, and nothing else, in the middle of whatever it does. */
    void kill9() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, as an init system sends it. Returns the exit code. */
    int stop() {
        // Not process.destroy(), which closes the streams, and with them what the product says while it stops.
        process.toHandle().destroy();
        return awaitExit();
    }

    /** Waits for the end of a process that ends by itself. */
    int awaitExit() {
        try {
            if (!process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still alive after " + END_PATIENCE + ":\n" + output());
            }
            reader.join(END_PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts again on the same folder and port; stops first if it runs. */
    Product restart() {
        if (process.isAlive()) {
            stop();
        }
        return start();
    }

    URI baseUrl() {
        return URI.create("http://localhost:" + environment.get("CHASQUI_HTTP_PORT"));
    }

    /** As printed at the first start, or as given in the environment. */
    String apiKey() {
        return environment.getOrDefault("CHASQUI_BOOTSTRAP_API_KEY", printed("API key"));
    }

    /** As printed at the first start, or as given in the environment. */
    String adminPassword() {
        return environment.getOrDefault("CHASQUI_ADMIN_PASSWORD", printed("Password"));
    }

    /** As printed at the first start, or as given in the environment. */
    String adminEmail() {
        return environment.getOrDefault("CHASQUI_ADMIN_EMAIL", printed("Sign in as"));
    }

    /** The line that the first start says to paste; waits for it. */
    String sendLine() {
        awaitOutput("curl -X POST");
        return firstOutput()
                .lines()
                .filter(line -> line.startsWith("curl"))
                .findFirst()
                .orElseThrow();
    }

    private String printed(String name) {
        var line = Pattern.compile("(?m)^ {2}" + Pattern.quote(name) + " {2,}(\\S+)")
                .matcher(output);
        return line.find() ? line.group(1) : "";
    }

    Path dataFolder() {
        return Path.of(environment.get("CHASQUI_DATA_DIR"));
    }

    long pid() {
        return process.pid();
    }

    /** JDBC URL of the embedded database; user is {@code chasqui}, see {@link #secret}. */
    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port("database") + "/chasqui";
    }

    /** Address of the embedded broker; user is {@code chasqui}, see {@link #secret}. */
    String brokerUrl() {
        return "tcp://127.0.0.1:" + port("broker");
    }

    private String port(String server) {
        var line =
                Pattern.compile(server + " ready \\(127\\.0\\.0\\.1:(\\d+)\\)").matcher(output());
        if (!line.find()) {
            throw new IllegalStateException("No " + server + " in:\n" + output());
        }
        return line.group(1);
    }

    /** {@code database.password} or {@code broker.password}. */
    String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newInputStream(dataFolder().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return secrets.getProperty(name);
    }

    /** Every PostgreSQL process that works on this product's database. */
    Stream<ProcessHandle> databaseProcesses() {
        String database = dataFolder().resolve("database").toString();
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle.pid()).contains(database));
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    /** Stops it if it runs, and a database that a kill -9 left behind. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        databaseProcesses().forEach(ProcessHandle::destroyForcibly);
    }

    /** A port that nobody listens on, nor will before whoever asked for it does. */
    static int freePort() {
        while (true) {
            int port = NEXT_PORT.getAndIncrement();
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
