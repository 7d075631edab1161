package org.chasqui.api.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LaterAnswerTest {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final Exchange exchange = new Exchange();

    private Exchange posted() {
        return exchange.post(
                List.of(new Dialect() {
                    @Override
                    public boolean claims(String path) {
                        return path.equals("/theirs");
                    }

                    @Override
                    public Reply answer(Call call) {
                        call.answerWith("X-RateLimit-Remaining", "59");
                        return Reply.later(answer);
                    }

                    @Override
                    public Answer refusal(RequestFailed failure) {
                        return Answer.json(
                                failure.code() == FailureCode.PROVIDER_REJECTED ? 400 : 503,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("said", "our words: " + failure.getMessage()));
                    }
                }),
                "/theirs",
                JsonNodeFactory.instance.objectNode());
    }

    private static Answer said(String word) {
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("said", word));
    }

    @Test
    void theThreadIsLetGoUntilTheAnswerIsThere() {
        posted();
        assertThat(exchange.isLater()).isTrue();
        assertThat(exchange.patience()).isEqualTo(Duration.ofMinutes(1).toMillis());
        assertThat(exchange.status()).as("nothing yet").isZero();

        answer.complete(said("wamid").with("X-Theirs", "yes"));

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.json().path("said").asText()).isEqualTo("wamid");
        assertThat(exchange.headers())
                .containsEntry("X-Theirs", "yes")
                .containsEntry("X-RateLimit-Remaining", "59")
                .containsEntry("Cache-Control", "no-store")
                .containsKey("X-Request-Id");
        assertThat(exchange.completions()).isOne();
    }

    @Test
    void whatIsThereAlreadyIsWrittenAtOnce() {
        answer.complete(said("wamid"));

        posted();

        assertThat(exchange.isLater()).isFalse();
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.headers()).containsEntry("X-RateLimit-Remaining", "59");
    }

    @Test
    void whatHasFailedAlreadyIsRefusedAtOnce() {
        answer.completeExceptionally(new CompletionException(refused()));

        posted();

        assertThat(exchange.isLater()).isFalse();
        assertThat(exchange.status()).isEqualTo(400);
    }

    @Test
    void aRefusalThatComesLaterIsInTheWordsOfTheDialect() {
        posted();

        answer.completeExceptionally(new CompletionException(refused()));

        assertThat(exchange.status()).isEqualTo(400);
        assertThat(exchange.text()).contains("our words: Meta says no");
        assertThat(exchange.headers()).doesNotContainKey("Retry-After");
        assertThat(exchange.completions()).isOne();
    }

    @Test
    void whatBreaksLaterIsNotShown() {
        posted();

        answer.completeExceptionally(new IllegalStateException("a secret"));

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.text())
                .contains(exchange.headers().get("X-Request-Id"))
                .doesNotContain("a secret");
        assertThat(exchange.headers()).containsEntry("Retry-After", "5");
        assertThat(exchange.completions()).isOne();
    }

    @Test
    void whatDoesNotComeInTimeIsRefusedOnce() throws Exception {
        posted();

        exchange.timeOut();
        var closed = new AtomicBoolean();
        answer.complete(Answer.stream(200, "image/png", new Answer.Stream(1, new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() throws IOException {
                closed.set(true);
            }
        })));

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.text()).contains("no answer in time");
        assertThat(exchange.headers()).containsEntry("Retry-After", "2");
        assertThat(exchange.completions()).isOne();
        assertThat(closed).as("nobody is going to read it").isTrue();
    }

    @Test
    void aClientThatHasGoneIsNoFailure() {
        posted();
        exchange.goAway();

        answer.complete(said("wamid"));

        assertThat(exchange.completions()).isOne();
    }

    @Test
    void whatTheServerHasEndedIsLeftAlone() throws Exception {
        posted();

        exchange.breakOff();
        answer.complete(said("wamid"));

        assertThat(exchange.status())
                .as("the request may be somebody else's by now")
                .isZero();
        assertThat(exchange.text()).isEmpty();
        assertThat(exchange.completions()).isOne();
    }

    /** The container throws when a request is ended twice, and its response is another client's by then. */
    @RepeatedTest(50)
    void answerAndTimeMayMeet() throws Exception {
        posted();
        var both = new CyclicBarrier(2);
        var answering = new Thread(() -> {
            meet(both);
            answer.complete(said("wamid"));
        });
        answering.start();
        meet(both);
        exchange.timeOut();
        answering.join();

        assertThat(exchange.completions()).isOne();
        assertThat(exchange.json().size()).as("one of the two answers").isOne();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RequestFailed refused() {
        return new RequestFailed(FailureCode.PROVIDER_REJECTED, "Meta says no");
    }
}
