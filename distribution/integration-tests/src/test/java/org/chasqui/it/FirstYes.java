package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A load balancer that sends at the first yes of {@code /health/ready}, asked from the beginning of a boot: from then on
 * every address must answer as it always will. Immutable.
 */
final class FirstYes {
    private static final int PATIENCE_SECONDS = 420;
    private static final int LOOK_AGAIN_MILLIS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;

    /**
     * @param base of the node, without a slash at the end
     */
    FirstYes(String base) {
        this.base = base;
    }

    /** Whether the node says that it is ready; false when nothing answers. */
    boolean isSaid() {
        try {
            return status("/health/ready") == 200;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /**
     * Waits for it, and sends at once.
     *
     * @throws AssertionError with all output when the process ends or seven minutes pass before, or when the node says yes
     *     before it serves
     */
    void await(Process node, Supplier<String> output) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var pause = new CountDownLatch(1);
        while (!isSaid()) {
            assertThat(node.isAlive()).as(() -> "ended early:\n" + output.get()).isTrue();
            assertThat(System.nanoTime())
                    .as(() -> "not ready in time:\n" + output.get())
                    .isLessThan(end);
            pause.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
        assertThat(status("/api/v1/whatsapp/messages"))
                .as("the API, without a key, at the first yes")
                .isEqualTo(401);
        assertThat(status("/console/login.xhtml"))
                .as("the dashboard at the first yes")
                .isEqualTo(200);
    }

    private int status(String path) throws IOException {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(base + path)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
