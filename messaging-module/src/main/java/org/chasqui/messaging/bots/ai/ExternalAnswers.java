package org.chasqui.messaging.bots.ai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.messaging.bots.Answer;
import org.chasqui.messaging.bots.AnswerSource;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotSecrets;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Question;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.Signer;
import org.chasqui.platform.outgoing.UrlRefused;
import org.jspecify.annotations.Nullable;

/**
 * Answers with what a server of the customer's says: what the person wrote is posted to it, signed as webhooks are, and the
 * HTTP answer is the reply.
 */
@ApplicationScoped
public class ExternalAnswers implements AnswerSource {
    private static final int READ_LIMIT = 256 * 1024;

    @Inject
    OutgoingClient client;

    @Inject
    Turnstiles turnstiles;

    @Inject
    BotSecrets secrets;

    @Inject
    Clock clock;

    /** For the container. */
    public ExternalAnswers() {}

    @Override
    public BotKind kind() {
        return BotKind.WEBHOOK;
    }

    @Override
    public @Nullable String missing(BotView bot) {
        return bot.external().isConfigured() ? null : "No server is configured: give the bot the address that answers.";
    }

    @Override
    public Answer answer(Question question) {
        try {
            if (!question.bot().external().isConfigured()) {
                throw new NoAnswer(Trouble.NOT_CONFIGURED, null);
            }
            var answer = turnstiles
                    .of(question.bot())
                    .pass(question.trial(), left(question), () -> post(question, left(question)));
            return ExternalAnswer.read(answer.body());
        } catch (NoAnswer failed) {
            return failed.toAnswer(Answer.Usage.NONE);
        }
    }

    private OutgoingClient.Answer post(Question question, Duration timeout) {
        var at = clock.instant();
        var body = ExternalBody.of(question, at).bytes();
        var url = question.bot().external().url();
        try {
            var call = new OutgoingClient.Call("POST", AiReach.uri(url), headers(question, at, body), body, READ_LIMIT);
            return checked(client.call(call, timeout));
        } catch (UrlRefused refused) {
            throw new NoAnswer(Trouble.ADDRESS_REFUSED, "the address " + refused.getMessage());
        } catch (SocketTimeoutException slow) {
            throw new NoAnswer(Trouble.TIMED_OUT, slow.getMessage());
        } catch (IOException unreachable) {
            throw new NoAnswer(Trouble.UNREACHABLE, unreachable.getMessage());
        }
    }

    private static OutgoingClient.Answer checked(OutgoingClient.Answer answer) {
        int status = answer.status();
        if (status == 429) {
            throw new NoAnswer(Trouble.THROTTLED, "HTTP 429");
        }
        if (status / 100 != 2) {
            throw new NoAnswer(Trouble.SERVER_FAILED, "HTTP " + status);
        }
        if (answer.isCut()) {
            throw new NoAnswer(Trouble.ANSWER_TOO_LARGE, "more than " + READ_LIMIT / 1024 + " KB");
        }
        return answer;
    }

    private Map<String, String> headers(Question question, Instant at, byte[] body) {
        var id = question.id().toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        secrets.externalSecret(question.bot().id())
                .ifPresent(secret -> headers.put("webhook-signature", Signer.signature(List.of(secret), id, at, body)));
        return headers;
    }

    /** What the bot allows, and never more than the engine waits for. */
    private Duration left(Question question) {
        var allowed = question.bot().external().timeout();
        var left = Duration.between(clock.instant(), question.deadline());
        if (left.isNegative() || left.isZero()) {
            throw new NoAnswer(Trouble.BUSY, "no time was left to ask");
        }
        return left.compareTo(allowed) < 0 ? left : allowed;
    }
}
