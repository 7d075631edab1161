package org.chasqui.web.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import org.chasqui.messaging.webhooks.Inspector;
import org.chasqui.messaging.webhooks.SignatureChecks.Check;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.messages.JsonText;
import org.chasqui.web.text.Texts;

/** A request that the inspector got. */
public final class ArrivalRow {
    private static final Texts TEXTS = Texts.of("webhooks");

    private final Inspector.Kept kept;
    private final Check check;
    private final JsonNode headers;

    ArrivalRow(Inspector.Kept kept, Check check) {
        this.kept = kept;
        this.check = check;
        this.headers = tree(kept.headers());
    }

    private static JsonNode tree(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    public String getId() {
        return kept.id().toString();
    }

    public Instant getAt() {
        return kept.receivedAt();
    }

    /** The type of the event; what is no event of ours has none. */
    public String getType() {
        var type = tree(kept.body()).path("type").asText();
        return type.isEmpty() ? TEXTS.get("arrival.other") : type;
    }

    public String getAttempt() {
        return headers.path("x-delivery-attempt").asText("–");
    }

    public boolean isReplay() {
        return headers.path("x-delivery-replay").asText().equals("true");
    }

    public String getVerdict() {
        return TEXTS.get("verdict." + check.verdict());
    }

    public String getVerdictText() {
        return TEXTS.get("verdict." + check.verdict() + ".text");
    }

    public String getColour() {
        return switch (check.verdict()) {
            case FITS -> "green";
            case OTHER -> "red";
            case MISSING -> "amber";
        };
    }

    /** What was signed: id, time and body, as far as it is one line. */
    public String getSigned() {
        return headers.path("webhook-id").asText("–") + "."
                + headers.path("webhook-timestamp").asText("–") + ".<body>";
    }

    public String getSignature() {
        return headers.path("webhook-signature").asText("–");
    }

    /** The headers, one in a line, as HTML. */
    public String getHeadersHtml() {
        return DeliveryRow.headersHtml(headers);
    }

    public String getBodyHtml() {
        return JsonText.html(kept.body());
    }
}
