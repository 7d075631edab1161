package org.chasqui.web.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import org.chasqui.messaging.webhooks.DeliveryView;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.messages.JsonText;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One call to an endpoint. */
public final class TryRow {
    private static final Texts TEXTS = Texts.of("webhooks");

    private final DeliveryView.Attempt attempt;

    TryRow(DeliveryView.Attempt attempt) {
        this.attempt = attempt;
    }

    public int getNumber() {
        return attempt.number();
    }

    public Instant getAt() {
        return attempt.at();
    }

    public String getTook() {
        return Formats.duration(Duration.ofMillis(attempt.durationMillis()));
    }

    /** {@code 200}, or that there was no answer, or no call. */
    public String getAnswer() {
        var status = attempt.httpStatus();
        if (status != null) {
            return status.toString();
        }
        return TEXTS.get(isUnsaid() ? "answer.unsaid" : "answer.none");
    }

    /** Whether there was no call, because the words of the endpoint have none for the event. */
    public boolean isUnsaid() {
        return attempt.isUnsaid();
    }

    public boolean isArrived() {
        var status = attempt.httpStatus();
        return status != null && status >= 200 && status < 300;
    }

    public String getColour() {
        return isUnsaid() ? "" : isArrived() ? "green" : "red";
    }

    /** Why there was no answer; null when there was one. */
    public @Nullable String getError() {
        return attempt.error();
    }

    public String getHeadersHtml() {
        return DeliveryRow.headersHtml(headers());
    }

    JsonNode headers() {
        try {
            return Json.mapper().readTree(attempt.headers());
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The first characters of the answer as HTML; null when there was none. */
    public @Nullable String getAnswerHtml() {
        var answer = attempt.answer();
        return answer == null || answer.isBlank() ? null : JsonText.html(answer);
    }
}
