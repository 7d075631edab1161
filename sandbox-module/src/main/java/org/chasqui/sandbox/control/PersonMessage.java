package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;

/**
 * Turns a short description of what a person does into the object of Meta's webhook. {@code type} is {@code text} (with
 * {@code text}), {@code button} (a tap on {@code text} in the message {@code reply_to}), a kind of file ({@code media}: id of
 * a file put here before, else a small sample), {@code location}, {@code contacts}, {@code reaction}, {@code flow},
 * {@code order}, {@code edit} and {@code revoke} (of the person's own message {@code target}), {@code unsupported},
 * {@code system} (a new number or user id), {@code identity}, {@code echo} (the business writes from its own phone),
 * {@code preferences} ({@code value} stop or resume), or {@code raw} ({@code message}: the object itself). All but the last
 * take {@code reply_to}, {@code forwarded} and {@code referral}.
 */
final class PersonMessage {

    static final Set<String> FIELDS = Set.of(
            "type",
            "text",
            "reply_to",
            "caption",
            "latitude",
            "longitude",
            "name",
            "address",
            "message",
            "voice",
            "animated",
            "filename",
            "media",
            "contacts",
            "response",
            "items",
            "catalog_id",
            "target",
            "kind",
            "new_number",
            "new_user_id",
            "value",
            "forwarded",
            "referral");

    private PersonMessage() {}

    static ObjectNode of(ObjectNode body, PersonCall call) {
        World world = call.world();
        BusinessNumber number = call.number();
        String type = body.path("type").asText("text");
        ObjectNode content = Json.object();
        context(body, type, number, content);
        switch (type) {
            case "text" ->
                content.put("type", "text").putObject("text").put("body", ControlCall.required(body, "text"));
            case "button" -> PersonAnswers.tap(body, content, world);
            case "flow" -> PersonAnswers.flow(body, content);
            case "image", "video", "audio", "document", "sticker" -> PersonFile.put(type, body, content, call);
            case "location" -> location(body, content);
            case "contacts" -> contacts(body, content);
            case "reaction" -> {
                ObjectNode reaction = content.put("type", "reaction").putObject("reaction");
                reaction.put("message_id", ControlCall.required(body, "reply_to"))
                        .put("emoji", body.path("text").asText());
            }
            case "order" -> order(body, content);
            case "edit", "revoke", "unsupported", "system", "identity", "echo", "preferences" ->
                PersonDeed.put(type, body, content, call);
            case "raw" -> {
                if (!(body.get("message") instanceof ObjectNode raw) || !raw.has("type")) {
                    throw ControlRefused.invalid("message must be an object with a type");
                }
                content.setAll(raw);
            }
            default ->
                throw ControlRefused.invalid("type is one of text, button, flow, image, video, audio, document,"
                        + " sticker, location, contacts, reaction, order, edit, revoke, unsupported, system,"
                        + " identity, echo, preferences, raw");
        }
        return content;
    }

    private static void context(ObjectNode body, String type, BusinessNumber number, ObjectNode content) {
        String replyTo = body.path("reply_to").asText();
        if (!replyTo.isEmpty() && !type.equals("reaction")) {
            content.putObject("context").put("from", number.digits()).put("id", replyTo);
        } else if (body.path("forwarded").asBoolean()) {
            content.putObject("context").put("forwarded", true);
        }
        JsonNode referral = body.path("referral");
        if (referral.isObject()) {
            content.set("referral", referral);
        } else if (referral.asBoolean()) {
            content.putObject("referral")
                    .put("source_url", "https://fb.me/sandbox")
                    .put("source_id", "120208888888888888")
                    .put("source_type", "ad")
                    .put("headline", "Spring offer")
                    .put("body", "Write to us")
                    .put("media_type", "image")
                    .put("image_url", "https://scontent.xx.fbcdn.net/sandbox.jpg")
                    .put("ctwa_clid", "ARsandboxclick");
        }
    }

    private static void location(ObjectNode body, ObjectNode content) {
        ObjectNode location = content.put("type", "location").putObject("location");
        location.put("latitude", body.path("latitude").asDouble())
                .put("longitude", body.path("longitude").asDouble());
        for (String field : new String[] {"name", "address"}) {
            if (body.hasNonNull(field)) {
                location.put(field, body.path(field).asText());
            }
        }
    }

    private static void contacts(ObjectNode body, ObjectNode content) {
        content.put("type", "contacts");
        if (body.path("contacts").isArray()) {
            content.set("contacts", body.path("contacts"));
            return;
        }
        String name = body.path("name").asText("Tomás Ferreira");
        ObjectNode contact = content.putArray("contacts").addObject();
        contact.putObject("name").put("formatted_name", name).put("first_name", name.replaceFirst(" .*", ""));
        contact.putArray("phones")
                .addObject()
                .put("phone", "+1 650-555-0123")
                .put("wa_id", "16505550123")
                .put("type", "CELL");
    }

    private static void order(ObjectNode body, ObjectNode content) {
        ObjectNode order = content.put("type", "order").putObject("order");
        order.put("catalog_id", body.path("catalog_id").asText("354160437058781"))
                .put("text", body.path("text").asText());
        if (body.path("items").isArray()) {
            order.set("product_items", body.path("items"));
        } else {
            order.putArray("product_items")
                    .addObject()
                    .put("product_retailer_id", "HAMBURGER")
                    .put("quantity", 2)
                    .put("item_price", 30)
                    .put("currency", "USD");
        }
    }
}
