package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.chasqui.sandbox.meta.GraphFailure;
import org.jspecify.annotations.Nullable;

/** What the WhatsApp Business app of a number in coexistence knows: told by webhook, once, to who asks within a day. */
public final class AppData {

    private static final long DAY = 86_400_000L;
    private static final int MILLIS = 1_000;

    private final World world;

    public AppData(World world) {
        this.world = world;
    }

    /** What can be asked for, with the field of the webhook that tells it. */
    public enum Kind {
        SMB_APP_STATE_SYNC,
        HISTORY;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this name in Meta's words; null when there is none. */
        public static @Nullable Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.field().equals(name)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** Has it told; the failure, or null. */
    public @Nullable GraphFailure request(BusinessNumber number, Kind kind) throws IOException {
        if (!number.throughput().equals(Throughput.COEXISTENCE)) {
            return GraphFailure.unsupported("POST", number.id());
        }
        long now = world.clock().millis();
        long onboarded = number.shelf().onboardedAt();
        if (onboarded > 0 && now > onboarded + DAY) {
            return GraphFailure.appDataTooLate();
        }
        if (!number.shelf().askAppData(kind.field())) {
            return GraphFailure.appDataAskedBefore();
        }
        world.management().saved(kind.field() + " asked for", number.verifiedName());
        ObjectNode value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", number.digits()).put("phone_number_id", number.id());
        if (kind == Kind.HISTORY) {
            history(value, number, now / MILLIS);
        } else {
            contacts(value, now / MILLIS);
        }
        world.news().tell(number.waba(), kind.field(), value);
        return null;
    }

    private static void contacts(ObjectNode value, long now) {
        ArrayNode all = value.putArray("state_sync");
        contact(all, "Ana Beatriz Nunes", "Ana", "12025550143", now);
        contact(all, "Otto Lindqvist", "Otto", "12025550171", now);
    }

    private static void contact(ArrayNode all, String name, String first, String phone, long now) {
        ObjectNode entry = all.addObject().put("type", "contact").put("action", "add");
        entry.putObject("contact")
                .put("full_name", name)
                .put("first_name", first)
                .put("phone_number", phone);
        entry.putObject("metadata").put("timestamp", Long.toString(now));
    }

    /** All of it in one piece: a question of yesterday and the answer. */
    private static void history(ObjectNode value, BusinessNumber number, long now) {
        ObjectNode chunk = value.putArray("history").addObject();
        chunk.putObject("metadata").put("phase", 0).put("chunk_order", 1).put("progress", 100);
        ObjectNode thread = chunk.putArray("threads").addObject().put("id", "12025550143");
        ArrayNode messages = thread.putArray("messages");
        ObjectNode asked =
                messages.addObject().put("from", "12025550143").put("id", "wamid.history." + number.id() + "1");
        text(asked, now - DAY / MILLIS, "Do you have it in blue?", "READ");
        ObjectNode answered = messages.addObject()
                .put("from", number.digits())
                .put("to", "12025550143")
                .put("id", "wamid.history." + number.id() + "2");
        text(answered, now - DAY / MILLIS + 60, "We do, come by!", "READ");
    }

    private static void text(ObjectNode message, long at, String words, String status) {
        message.put("timestamp", Long.toString(at)).put("type", "text");
        message.putObject("text").put("body", words);
        message.putObject("history_context").put("status", status);
    }
}
