package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.sandbox.meta.GraphErrors;
import org.chasqui.sandbox.meta.Pricing;
import org.chasqui.sandbox.meta.Status;

/**
 * One thing to tell the callback: a status of a message, a message from a person, or news of an account. Rendered when it
 * is sent.
 */
sealed interface Update {

    /** The account that it concerns. */
    Waba waba();

    /** Id of the number that it concerns, empty when it concerns none. */
    String numberId();

    /** The sequence number of the message, or of the news. */
    long seq();

    /** When it happened (milliseconds). */
    long at();

    /** The webhook array that it stands in: {@code statuses} or {@code messages}. */
    boolean isStatus();

    /** Appends the object that stands in the array. */
    void render(StringBuilder out);

    /** How often it was tried without success. */
    int attempts();

    /** The same, tried once more. */
    Update triedAgain();

    /** What the live log calls it. */
    String title();

    /** The user whom it concerns. */
    String person();

    /** What concerns a message of a number. */
    sealed interface OfMessage extends Update {

        BusinessNumber number();

        @Override
        default Waba waba() {
            return number().waba();
        }

        @Override
        default String numberId() {
            return number().id();
        }
    }

    /** A status of an accepted message. */
    record StatusUpdate(OutboundMessage message, int step, int attempts) implements OfMessage {

        private static final String HREF =
                "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

        @Override
        public BusinessNumber number() {
            return message.number();
        }

        @Override
        public long seq() {
            return message.facts().seq();
        }

        @Override
        public long at() {
            return message.facts().at();
        }

        @Override
        public boolean isStatus() {
            return true;
        }

        @Override
        public Update triedAgain() {
            return new StatusUpdate(message, step, attempts + 1);
        }

        @Override
        public String title() {
            return message.steps().get(step).status().wire();
        }

        @Override
        public String person() {
            return message.facts().to();
        }

        @Override
        public void render(StringBuilder out) {
            OutboundMessage.Facts facts = message.facts();
            Status status = message.steps().get(step).status();
            out.append("{\"id\":\"")
                    .append(facts.wamid())
                    .append("\",\"status\":\"")
                    .append(status.wire());
            out.append("\",\"timestamp\":\"").append(message.dueAt(step) / 1000).append("\",\"recipient_id\":");
            boolean bsuid = facts.to().indexOf('.') >= 0;
            Json.quote(out, bsuid ? "" : facts.to());
            if (bsuid) {
                out.append(",\"recipient_user_id\":");
                Json.quote(out, facts.to());
            }
            String opaque = facts.opaque();
            if (opaque != null) {
                out.append(",\"biz_opaque_callback_data\":");
                Json.quote(out, opaque);
            }
            if (message.isPriced(step)) {
                pricing(out, facts.pricing());
            }
            if (status == Status.FAILED) {
                errors(out, GraphErrors.of(facts.code()));
            }
            out.append('}');
        }

        private static void pricing(StringBuilder out, Pricing pricing) {
            out.append(",\"pricing\":{\"billable\":").append(pricing.billable());
            out.append(",\"pricing_model\":\"PMP\",\"category\":\"")
                    .append(pricing.category().wire());
            out.append("\",\"type\":\"").append(pricing.type().wire()).append("\"}");
        }

        private static void errors(StringBuilder out, GraphErrors.Entry error) {
            out.append(",\"errors\":[{\"code\":").append(error.code()).append(",\"title\":");
            Json.quote(out, error.title());
            out.append(",\"message\":");
            Json.quote(out, error.title());
            out.append(",\"error_data\":{\"details\":");
            Json.quote(out, error.details());
            out.append("},\"href\":\"").append(HREF).append("\"}]");
        }
    }

    /** A message from a person. */
    record InboundUpdate(InboundMessage message, int attempts) implements OfMessage {

        @Override
        public BusinessNumber number() {
            return message.number();
        }

        @Override
        public long seq() {
            return message.facts().seq();
        }

        @Override
        public long at() {
            return message.facts().at();
        }

        @Override
        public boolean isStatus() {
            return false;
        }

        @Override
        public Update triedAgain() {
            return new InboundUpdate(message, attempts + 1);
        }

        @Override
        public String title() {
            return message.facts().message().path("type").asText();
        }

        @Override
        public String person() {
            return message.facts().from();
        }

        @Override
        public void render(StringBuilder out) {
            ObjectNode shown = message.facts().message();
            String field = shown.path(Receiving.FIELD).asText();
            if (!field.isEmpty()) {
                shown = shown.deepCopy();
                shown.remove(Receiving.FIELD);
                if (field.equals("user_preferences")) {
                    // Not a message, so it has no id, no type, and its time is a number.
                    shown.remove(List.of("id", "type"));
                    shown.put("timestamp", message.facts().at() / 1000);
                }
            }
            out.append(new String(Json.bytes(shown), StandardCharsets.US_ASCII));
        }
    }

    /** News of an account, a number or a template: a whole change of its own. */
    record NewsUpdate(Waba waba, Notice notice, int attempts) implements Update {

        @Override
        public String numberId() {
            return "";
        }

        @Override
        public long seq() {
            return notice.seq();
        }

        @Override
        public long at() {
            return notice.at();
        }

        @Override
        public boolean isStatus() {
            return false;
        }

        @Override
        public Update triedAgain() {
            return new NewsUpdate(waba, notice, attempts + 1);
        }

        @Override
        public String title() {
            return notice.field();
        }

        @Override
        public String person() {
            return "";
        }

        @Override
        public void render(StringBuilder out) {
            out.append("{\"value\":").append(new String(Json.bytes(notice.value()), StandardCharsets.US_ASCII));
            out.append(",\"field\":");
            Json.quote(out, notice.field());
            out.append('}');
        }
    }
}
