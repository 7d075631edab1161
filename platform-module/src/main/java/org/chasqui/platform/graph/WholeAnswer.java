package org.chasqui.platform.graph;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls with the JDK's client that end in time. The timeout of its requests ends with the head of the answer: a body that hangs
 * holds the caller for ever. Here it is the time for all of the answer.
 *
 * @see HttpRequest.Builder#timeout
 */
public final class WholeAnswer {
    private WholeAnswer() {}

    /**
     * Calls, and reads all of the answer.
     *
     * @param request with a timeout
     * @throws HttpTimeoutException when the answer is not complete within the timeout of the request; its connection is closed
     * @throws IOException when there is no complete answer for another reason
     * @throws NoSuchElementException when the request has no timeout
     */
    public static <T> HttpResponse<T> of(HttpClient http, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var time = request.timeout().orElseThrow();
        var answer = http.sendAsync(request, body);
        try {
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new HttpTimeoutException("no complete answer within " + time);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } finally {
            // Of no effect when it has ended; else this closes the connection.
            answer.cancel(true);
        }
    }
}
