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

    /** Names of headers are the same in capitals; a dash for one that was not sent. */
    private String header(String name) {
        return headers.properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().asText())
                .findFirst()
                .orElse("–");
    }

    public String getId() {
        return kept.id().toString();
    }

    public Instant getAt() {
        return kept.receivedAt();
    }

    /** The type of the event, or Meta's field where it is told in Meta's words; what is no event of ours has none. */
    public String getType() {
        var body = tree(kept.body());
        var type = body.path("type").asText(body.at("/entry/0/changes/0/field").asText());
        return type.isEmpty() ? TEXTS.get("arrival.other") : type;
    }

    public String getAttempt() {
        return header("x-delivery-attempt");
    }

    public boolean isReplay() {
        return header("x-delivery-replay").equals("true");
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
        return header("webhook-id") + "." + header("webhook-timestamp") + ".<body>";
    }

    public String getSignature() {
        return header("webhook-signature");
    }

    /** The headers, one in a line, as HTML. */
    public String getHeadersHtml() {
        return DeliveryRow.headersHtml(headers);
    }

    public String getBodyHtml() {
        // The blank line between head and body: a page drops the one in its source.
        return "\n\n" + JsonText.html(kept.body());
    }
}
