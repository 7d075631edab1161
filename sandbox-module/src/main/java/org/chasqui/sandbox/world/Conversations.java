package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.sandbox.meta.GraphErrors;
import org.chasqui.sandbox.meta.InboundPreview;
import org.chasqui.sandbox.meta.MessagePreview;
import org.chasqui.sandbox.meta.MessageRules;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.meta.Status;
import org.chasqui.sandbox.meta.TemplateRules;
import org.jspecify.annotations.Nullable;

/** What the phones show: people, and what was said between each of them and a business number. */
public final class Conversations {

    private final World world;

    Conversations(World world) {
        this.world = world;
    }

    /** The people whom a number talked with, the latest first. */
    public ArrayNode people(BusinessNumber number, int limit) {
        Map<String, ObjectNode> people = new LinkedHashMap<>();
        long now = world.clock().millis();
        List<Object> newestFirst = world.transcript().all();
        Collections.reverse(newestFirst);
        for (Object message : newestFirst) {
            if (numberOf(message) == number) {
                String person = personOf(message);
                if (people.size() < limit || people.containsKey(person)) {
                    people.computeIfAbsent(person, key -> person(number, key, atOf(message), now));
                }
            }
        }
        world.catalog().people().given().keySet().forEach(person -> {
            if (people.size() < limit) {
                people.computeIfAbsent(person, key -> person(number, key, 0, now));
            }
        });
        ArrayNode list = Json.object().putArray("people");
        people.values().forEach(list::add);
        return list;
    }

    /** One person as this number sees them. */
    public ObjectNode person(BusinessNumber number, String person) {
        return person(number, person, 0, world.clock().millis());
    }

    /** The latest messages of a conversation, oldest first. */
    public ArrayNode messages(BusinessNumber number, String person, int limit) {
        List<Object> found = new ArrayList<>();
        List<Object> newestFirst = world.transcript().all();
        Collections.reverse(newestFirst);
        for (Object message : newestFirst) {
            if (found.size() < limit
                    && numberOf(message) == number
                    && personOf(message).equals(person)) {
                found.add(message);
            }
        }
        Collections.reverse(found);
        ArrayNode list = Json.object().putArray("messages");
        found.forEach(message -> list.add(
                message instanceof OutboundMessage outbound ? view(outbound) : view((InboundMessage) message)));
        return list;
    }

    /** An outbound message by its wamid, or null: its type and text as the phone shows it. */
    public @Nullable ObjectNode outbound(String wamid) {
        OutboundMessage message = world.transcript().outbound(wamid);
        return message == null ? null : view(message);
    }

    private ObjectNode person(BusinessNumber number, String person, long lastAt, long now) {
        ObjectNode json = Json.object().put("wa_id", person);
        String name = world.catalog().people().nameOf(person);
        json.put("name", name);
        if (People.isUserId(person)) {
            json.put("user_id", person).put("username", People.userName(name));
        }
        long closes = number.windowClosesAt(person, now);
        json.put("window_open", closes != 0);
        json.put("window_closes_at", closes == 0 ? null : time(closes));
        json.put("last_message_at", lastAt == 0 ? null : time(lastAt));
        return json;
    }

    private static ObjectNode view(OutboundMessage message) {
        OutboundMessage.Facts facts = message.facts();
        JsonNode request = Json.read(facts.body());
        ObjectNode json = Json.object().put("wamid", facts.wamid()).put("direction", "to_phone");
        json.put("at", time(facts.at())).put("opaque", facts.opaque());
        if (request != null) {
            json.setAll(MessagePreview.of(request, templateOf(message, request)));
            json.set("request", request);
        }
        Status state = message.state();
        json.put("state", state == null ? "accepted" : state.wire());
        json.put("state_at", time(state == null ? facts.at() : message.stateAt()));
        if (state == Status.FAILED) {
            json.put("error_code", facts.code())
                    .put("error", GraphErrors.of(facts.code()).title());
        }
        return json;
    }

    private static @Nullable MessageTemplate templateOf(OutboundMessage message, JsonNode request) {
        JsonNode template = request.path("template");
        return MessageRules.typeOf(request).equals("template")
                ? message.number().waba().template(template.path("name").asText(), TemplateRules.languageOf(template))
                : null;
    }

    private static ObjectNode view(InboundMessage message) {
        JsonNode content = message.facts().message();
        boolean echo = content.path(Receiving.FIELD).asText().equals("smb_message_echoes");
        ObjectNode json =
                Json.object().put("wamid", message.facts().wamid()).put("direction", echo ? "to_phone" : "from_phone");
        json.put("at", time(message.facts().at()));
        json.setAll(InboundPreview.of(content));
        JsonNode context = content.path("context").path("id");
        if (context.isTextual()) {
            json.put("reply_to", context.asText());
        }
        json.put("state", message.isRead() ? "read" : message.isAcknowledged() || echo ? "delivered" : "sent");
        if (message.typingUntil() != 0) {
            json.put("typing_until", time(message.typingUntil()));
        }
        return json;
    }

    private static BusinessNumber numberOf(Object message) {
        return message instanceof OutboundMessage outbound ? outbound.number() : ((InboundMessage) message).number();
    }

    private static String personOf(Object message) {
        return message instanceof OutboundMessage outbound
                ? outbound.facts().to()
                : ((InboundMessage) message).facts().from();
    }

    private static long atOf(Object message) {
        return message instanceof OutboundMessage outbound
                ? outbound.facts().at()
                : ((InboundMessage) message).facts().at();
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
