package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.meta.Wamid;

/** Messages that people write to a business number. */
public final class Receiving {

    private static final System.Logger LOG = System.getLogger(Receiving.class.getName());

    /** Member of a content that names the webhook field it is told in, where that is not {@code messages}. */
    public static final String FIELD = "_field";

    private final World world;

    Receiving(World world) {
        this.world = world;
    }

    /** A plain text. */
    void text(BusinessNumber number, String person, String body) {
        ObjectNode message = Json.object().put("type", "text");
        message.putObject("text").put("body", body);
        try {
            receive(number, person, message);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The sandbox cannot journal an inbound message; it is lost", e);
        }
    }

    /**
     * Takes a message and starts its webhook. Opens the service window of the person and counts as throughput.
     *
     * @param content {@code type} and the object of that type, perhaps {@code context}, as in Meta's webhook
     * @return the wamid
     * @throws IOException when the journal cannot be written; then nothing happened
     */
    public String receive(BusinessNumber number, String person, ObjectNode content) throws IOException {
        long now = world.clock().millis();
        String wamid = Wamid.inbound(person, ThreadLocalRandom.current());
        ObjectNode message = Json.object();
        if (content.has("context")) {
            message.set("context", content.get("context"));
        }
        from(number, person, content.path(FIELD).asText(), message);
        message.put("id", wamid).put("timestamp", Long.toString(now / 1000));
        content.properties().forEach(entry -> {
            if (!entry.getKey().equals("context")) {
                message.set(entry.getKey(), entry.getValue());
            }
        });
        InboundMessage.Facts facts = new InboundMessage.Facts(
                world.nextSeq(), now, person, world.catalog().people().nameOf(person), wamid, message);
        InboundMessage inbound = new InboundMessage(number, facts);
        world.journal().append(new JournalRecord.Inbound(number.id(), facts));
        if (opensWindow(content)) {
            number.heardFrom(person, now);
        }
        world.stats().inbound.increment();
        world.transcript().add(inbound);
        world.log()
                .add(
                        now,
                        LiveLog.Kind.INBOUND,
                        number.id(),
                        person,
                        content.path("type").asText(),
                        "",
                        -1);
        world.playback().announce(inbound);
        return wamid;
    }

    /** Someone who hides the number is known by the user id alone. */
    private static void from(BusinessNumber number, String person, String field, ObjectNode message) {
        boolean hidden = People.isUserId(person);
        switch (field) {
            case "smb_message_echoes" -> message.put("from", number.digits()).put(hidden ? "to_user_id" : "to", person);
            case "user_preferences" -> message.put(hidden ? "user_id" : "wa_id", person);
            default -> message.put(hidden ? "from_user_id" : "from", person);
        }
    }

    /** Whether the person has written something, and was not only spoken of. */
    static boolean opensWindow(JsonNode message) {
        return !message.has(FIELD)
                && !message.path("type").asText().equals("system")
                && !message.path("type").asText().equals("revoke");
    }
}
