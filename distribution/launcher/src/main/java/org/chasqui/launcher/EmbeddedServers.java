package org.chasqui.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * PostgreSQL and Artemis inside the product, each unless an external one is configured. They start beside each other
 * and beside the server, in a class loader that shares nothing with the server but the JDK.
 */
final class EmbeddedServers implements AutoCloseable {

    private static final String USER = "chasqui";
    private static final System.Logger LOG = System.getLogger(EmbeddedServers.class.getName());

    private final List<CompletableFuture<AutoCloseable>> starting = new ArrayList<>();

    /** Begins to start what is needed and tells the application where it will be. */
    void start(Settings settings, DataFolder data, Bundle bundle, Progress progress) throws IOException {
        var loader = loader(bundle.embeddedJars());
        if (settings.isDatabaseEmbedded()) {
            int port = freePort();
            String password = data.secret("database.password");
            settings.offer("chasqui.database.url", "jdbc:postgresql://127.0.0.1:" + port + "/chasqui");
            settings.offer("chasqui.database.user", USER);
            settings.offer("chasqui.database.password", password);
            Path runtime = data.folder("runtime");
            Path log = data.folder("logs").resolve("database.log");
            begin(
                    "database",
                    loader,
                    progress,
                    port,
                    "EmbeddedPostgres",
                    runtime,
                    data.root().resolve("database"),
                    log,
                    port,
                    password);
        }
        if (settings.isBrokerEmbedded()) {
            int port = freePort();
            String password = data.secret("broker.password");
            settings.offer("chasqui.broker.url", "tcp://127.0.0.1:" + port);
            settings.offer("chasqui.broker.user", USER);
            settings.offer("chasqui.broker.password", password);
            begin(
                    "broker",
                    loader,
                    progress,
                    port,
                    "EmbeddedBroker",
                    data.root().resolve("broker"),
                    port,
                    USER,
                    password);
        }
    }

    /** Returns when all of them answer. */
    void await() {
        try {
            starting.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof StartRefused refused
                    ? refused
                    : new StartRefused(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** Stops them in the opposite order: the broker, then the database. Waits for one that is still starting. */
    @Override
    public void close() {
        for (int i = starting.size() - 1; i >= 0; i--) {
            try {
                starting.get(i).join().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.DEBUG, "Nothing to stop, or it did not stop in order", e);
            }
        }
    }

    private void begin(String name, ClassLoader loader, Progress progress, int port, String type, Object... arguments) {
        var result = new CompletableFuture<AutoCloseable>();
        starting.add(result);
        var thread = new Thread(
                () -> {
                    try {
                        result.complete(invokeStart(loader.loadClass("org.chasqui.embedded." + type), arguments));
                        progress.step(name + " ready (127.0.0.1:" + port + ")");
                    } catch (Throwable e) {
                        Throwable cause =
                                e instanceof InvocationTargetException wrapped ? wrapped.getTargetException() : e;
                        result.completeExceptionally(new StartRefused(
                                "the embedded " + name + " did not start. " + cause.getMessage(), cause));
                    }
                },
                "chasqui-" + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
    }

    private static AutoCloseable invokeStart(Class<?> type, Object... arguments) throws ReflectiveOperationException {
        for (var method : type.getMethods()) {
            if (method.getName().equals("start")) {
                return (AutoCloseable) method.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(type + ".start");
    }

    private static ClassLoader loader(Path jars) throws IOException {
        var urls = new ArrayList<URL>();
        try (var files = Files.newDirectoryStream(jars, "*.jar")) {
            for (Path file : files) {
                urls.add(file.toUri().toURL());
            }
        }
        return new URLClassLoader("embedded", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
