package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.RateLimit;
import org.junit.jupiter.api.Test;

class DialectFilterTest {
    private final AtomicInteger passedOn = new AtomicInteger();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CallLimit limit = new CallLimit();
    private int status;

    DialectFilterTest() {
        limit.limit = new RateLimit() {
            @Override
            public Allowance take(UUID bucket) {
                return new Allowance(false, 60, 0, Duration.ofMillis(1_200));
            }
        };
    }

    @Test
    void whoCallsTooOftenIsToldInTheWordsOfTheDialectWhenToComeBack() throws Exception {
        filter(call -> {
                    limit.countStranger(call);
                    throw new IllegalStateException("nobody stopped it");
                })
                .doFilter(request("/theirs/word"), response(), (request, response) -> passedOn.incrementAndGet());

        assertThat(status).isEqualTo(429);
        assertThat(headers)
                .containsEntry("Retry-After", "2")
                .containsEntry("X-RateLimit-Limit", "60")
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("Cache-Control", "no-store")
                .containsKey("X-Request-Id");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("in our words: There may be 60 calls a minute");
        assertThat(passedOn).hasValue(0);
    }

    @Test
    void whatBreaksIsNotShown() throws Exception {
        filter(call -> {
                    throw new IllegalStateException("a secret");
                })
                .doFilter(request("/theirs"), response(), (request, response) -> passedOn.incrementAndGet());

        assertThat(status).isEqualTo(500);
        assertThat(body.toString(StandardCharsets.UTF_8))
                .contains(headers.get("X-Request-Id"))
                .doesNotContain("a secret");
    }

    @Test
    void whatIsNobodysGoesOnUntouched() throws Exception {
        filter(call -> Answer.json(200, JsonNodeFactory.instance.objectNode()))
                .doFilter(request("/webhooks/meta"), response(), (request, response) -> passedOn.incrementAndGet());

        assertThat(passedOn).hasValue(1);
        assertThat(headers).isEmpty();
    }

    private interface Serving {
        Answer answer(Call call);
    }

    private static DialectFilter filter(Serving serving) {
        var dialects = new Dialects();
        dialects.serve(List.of(new Dialect() {
            @Override
            public boolean claims(String path) {
                return path.startsWith("/theirs");
            }

            @Override
            public Answer answer(Call call) {
                return serving.answer(call);
            }

            @Override
            public Answer refusal(RequestFailed failure) {
                int status = failure.retryAfter() == null ? 500 : 429;
                return Answer.json(
                        status,
                        JsonNodeFactory.instance.objectNode().put("said", "in our words: " + failure.getMessage()));
            }
        }));
        return new DialectFilter(dialects, new Ids(Clock.systemUTC()));
    }

    private static HttpServletRequest request(String path) {
        return pretend(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
            case "getRequestURI" -> path;
            case "getContextPath" -> "";
            case "getRemoteAddr" -> "192.0.2.7";
            case "getHeader" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private HttpServletResponse response() {
        return pretend(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> status = (int) arguments[0];
                case "setContentType", "setContentLength" -> {}
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

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int one) {
            body.write(one);
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
