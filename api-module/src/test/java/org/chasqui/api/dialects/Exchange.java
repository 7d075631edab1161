package org.chasqui.api.dialects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** One request through {@link DialectFilter} and its answer, without a server. */
final class Exchange {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicInteger completions = new AtomicInteger();
    private volatile @Nullable AsyncListener listener;
    private volatile long patience;
    private volatile int status;
    private volatile boolean isGone;
    private boolean isPassedOn;

    /** With one header. */
    Exchange with(String header, String value) {
        given.put(header, value);
        return this;
    }

    /** Posts JSON. */
    Exchange post(List<Dialect> dialects, String path, JsonNode body) {
        with("Content-Type", "application/json");
        var all = new Dialects();
        all.serve(dialects);
        try {
            new DialectFilter(all, new Ids(Clock.systemUTC()))
                    .doFilter(request(path, body.toString()), response(), (request, response) -> isPassedOn = true);
        } catch (IOException | ServletException failed) {
            throw new IllegalStateException(failed);
        }
        return this;
    }

    /** From now on nobody reads what is written. */
    void goAway() {
        isGone = true;
    }

    /** Whether the thread of the request was let go. */
    boolean isLater() {
        return listener != null;
    }

    /** How long the server is to wait, in milliseconds. */
    long patience() {
        return patience;
    }

    /** The time of the server is over. */
    void timeOut() throws IOException {
        later().onTimeout(new AsyncEvent(context()));
    }

    /** The server has found out that the client is gone. */
    void breakOff() throws IOException {
        later().onError(new AsyncEvent(context()));
        context().complete();
    }

    /** How often a request that was answered later was ended. */
    int completions() {
        return completions.get();
    }

    private AsyncListener later() {
        return Objects.requireNonNull(listener, "the request did not wait");
    }

    private AsyncContext context() {
        return pretend(AsyncContext.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setTimeout" -> patience = (long) arguments[0];
                case "addListener" -> listener = (AsyncListener) arguments[0];
                case "complete" -> {
                    if (completions.getAndIncrement() > 0) {
                        throw new IllegalStateException("ended already");
                    }
                    later().onComplete(new AsyncEvent(context()));
                }
                case "getRequest", "getResponse" -> {
                    // An event asks for both when it is made; nobody here asks the event.
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    boolean isPassedOn() {
        return isPassedOn;
    }

    int status() {
        return status;
    }

    /** Of the answer; names in any case. */
    Map<String, String> headers() {
        return headers;
    }

    String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(text());
        } catch (IOException noJson) {
            throw new UncheckedIOException(text(), noJson);
        }
    }

    private HttpServletRequest request(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return pretend(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getMethod" -> "POST";
            case "getRequestURI" -> path;
            case "getServerName" -> "localhost";
            case "getContextPath" -> "";
            case "getQueryString" -> null;
            case "getRemoteAddr" -> "192.0.2.7";
            case "getHeader" -> given.get((String) arguments[0]);
            case "getContentType" -> given.get("Content-Type");
            case "getContentLengthLong" -> (long) bytes.length;
            case "getInputStream" -> new Input(bytes);
            case "startAsync" -> context();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private HttpServletResponse response() {
        return pretend(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> status = (int) arguments[0];
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength" -> {}
                case "getOutputStream" -> {
                    return new Output();
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        });
    }

    private static <T> T pretend(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Input extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Input(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("read at once");
        }
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int one) throws IOException {
            if (isGone) {
                throw new IOException("broken pipe");
            }
            written.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("written at once");
        }
    }
}
