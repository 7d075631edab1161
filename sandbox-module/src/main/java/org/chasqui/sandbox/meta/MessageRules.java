package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body of {@code POST /{phone}/messages} must look like: schema (100), then required parameters (131008), then
 * values (131009). Shapes and limits follow Meta's OpenAPI description and the limits of the message pages.
 */
public final class MessageRules {

    static final int MAX_TEXT = 4096;
    private static final int MAX_CAPTION = 1024;
    private static final int MAX_OPAQUE = 512;
    private static final int MAX_CONTACTS = 257;
    private static final Set<String> TYPES = Set.of(
            "audio",
            "contacts",
            "document",
            "image",
            "interactive",
            "location",
            "reaction",
            "sticker",
            "template",
            "text",
            "video");
    private static final Set<String> RECIPIENTS = Set.of("individual", "group");

    private MessageRules() {}

    /** The earliest thing wrong with this body, or null. */
    public static @Nullable GraphFailure check(@Nullable JsonNode body) {
        Findings findings = new Findings();
        if (body == null || !body.isObject()) {
            return GraphFailure.invalidParameter("The request body must be a JSON object.");
        }
        product(body, findings);
        if (body.has("status")) {
            readReceipt(body, findings);
        } else {
            message(body, findings);
        }
        return findings.first();
    }

    /** Whether this is a read receipt or typing indicator, which is answered with {@code success} and sends nothing. */
    public static boolean isReadReceipt(JsonNode body) {
        return body.has("status");
    }

    /** The type of a message; text when none is given. */
    public static String typeOf(JsonNode body) {
        return body.path("type").asText("text").toLowerCase(Locale.ROOT);
    }

    /**
     * The WhatsApp id of a recipient: digits only, without the plus, blanks, hyphens and brackets that Meta accepts.
     * Empty when it is not a phone number.
     */
    public static String waId(String to) {
        StringBuilder digits = new StringBuilder(to.length());
        for (int i = 0; i < to.length(); i++) {
            char c = to.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("+-() .".indexOf(c) < 0) {
                return "";
            }
        }
        return digits.length() < 5 || digits.length() > 17 ? "" : digits.toString();
    }

    private static void product(JsonNode body, Findings findings) {
        JsonNode product = body.path("messaging_product");
        if (product.isMissingNode()) {
            findings.schema("The parameter messaging_product is required.");
        } else {
            findings.word(product, "messaging_product", Set.of("whatsapp"));
        }
    }

    private static void readReceipt(JsonNode body, Findings findings) {
        findings.word(body.path("status"), "status", Set.of("read"));
        if (!findings.text(body, "message_id", "message_id", 512).startsWith("wamid.")) {
            findings.value("Param message_id is not a valid whatsapp message id");
        }
        JsonNode typing = body.path("typing_indicator");
        if (!typing.isMissingNode()) {
            findings.word(typing.path("type"), "typing_indicator['type']", Set.of("text"));
        }
    }

    private static void message(JsonNode body, Findings findings) {
        String type = body.has("type") ? findings.word(body.path("type"), "type", TYPES) : "text";
        String kind = body.has("recipient_type")
                ? findings.word(body.path("recipient_type"), "recipient_type", RECIPIENTS)
                : "individual";
        recipient(body, kind, findings);
        findings.optionalText(body, "biz_opaque_callback_data", "biz_opaque_callback_data", MAX_OPAQUE);
        JsonNode context = body.path("context");
        if (!context.isMissingNode()) {
            findings.object(body, "context", "context");
            findings.text(context, "message_id", "context['message_id']", 512);
        }
        if (findings.isSchemaBroken()) {
            return;
        }
        if (type.equals("contacts")) {
            contacts(findings.list(body, "contacts", "contacts", 1, MAX_CONTACTS), findings);
        } else {
            content(type, findings.object(body, type, type), findings);
        }
    }

    private static void recipient(JsonNode body, String kind, Findings findings) {
        if (body.hasNonNull("recipient") && !body.hasNonNull("to")) {
            findings.text(body, "recipient", "recipient", 256);
            return;
        }
        String to = findings.text(body, "to", "to", 128);
        if (kind.equals("individual") && !to.isEmpty() && waId(to).isEmpty()) {
            findings.value("Recipient phone number not valid: use the international format");
        }
    }

    private static void content(String type, JsonNode content, Findings findings) {
        if (!content.isObject()) {
            return;
        }
        switch (type) {
            case "text" -> text(content, findings);
            case "image", "video" -> media(type, content, Set.of("id", "link", "caption"), findings);
            case "audio" -> media(type, content, Set.of("id", "link", "voice"), findings);
            case "sticker" -> media(type, content, Set.of("id", "link"), findings);
            case "document" -> media(type, content, Set.of("id", "link", "caption", "filename"), findings);
            case "location" -> location(content, findings);
            case "reaction" -> reaction(content, findings);
            case "interactive" -> InteractiveRules.check(content, findings);
            case "template" -> template(content, findings);
            default -> findings.schema("Param type is not known: " + type);
        }
    }

    private static void text(JsonNode text, Findings findings) {
        findings.onlyKeys(text, "text", Set.of("body", "preview_url"));
        findings.text(text, "body", "text['body']", MAX_TEXT);
        if (text.has("preview_url") && !text.path("preview_url").isBoolean()) {
            findings.schema("Param text['preview_url'] must be a boolean.");
        }
    }

    static void media(String type, JsonNode media, Set<String> keys, Findings findings) {
        findings.onlyKeys(media, type, keys);
        boolean byId = media.hasNonNull("id");
        boolean byLink = media.hasNonNull("link");
        if (!byId && !byLink) {
            findings.missing("Parameter of type " + type + " needs an id or a link");
        } else if (byId && byLink) {
            findings.value("Param " + type + " takes either id or link, not both");
        }
        if (byId) {
            String id = findings.text(media, "id", type + "['id']", 128);
            if (!id.chars().allMatch(Character::isLetterOrDigit)) {
                findings.value("Param " + type + "['id'] is not a valid whatsapp business account media attachment ID");
            }
        }
        if (byLink) {
            String link = findings.text(media, "link", type + "['link']", 2048);
            if (!link.startsWith("http://") && !link.startsWith("https://")) {
                findings.value("Param " + type + "['link'] is not a valid URI.");
            }
        }
        findings.optionalText(media, "caption", type + "['caption']", MAX_CAPTION);
        findings.optionalText(media, "filename", type + "['filename']", 240);
    }

    private static void location(JsonNode location, Findings findings) {
        findings.onlyKeys(location, "location", Set.of("latitude", "longitude", "name", "address"));
        degrees(location, "latitude", 90, findings);
        degrees(location, "longitude", 180, findings);
        findings.optionalText(location, "name", "location['name']", 1000);
        findings.optionalText(location, "address", "location['address']", 1000);
    }

    private static void degrees(JsonNode location, String key, int limit, Findings findings) {
        String given = findings.text(location, key, "location['" + key + "']", 64);
        if (given.isEmpty()) {
            return;
        }
        try {
            if (Math.abs(Double.parseDouble(given)) > limit) {
                findings.value("Param location['" + key + "'] must be between -" + limit + " and " + limit);
            }
        } catch (NumberFormatException e) {
            findings.schema("Param location['" + key + "'] must be a number.");
        }
    }

    private static void reaction(JsonNode reaction, Findings findings) {
        findings.onlyKeys(reaction, "reaction", Set.of("message_id", "emoji"));
        findings.text(reaction, "message_id", "reaction['message_id']", 512);
        JsonNode emoji = reaction.path("emoji");
        if (emoji.isMissingNode()) {
            findings.missing("Parameter 'reaction['emoji']' is required; an empty one removes the reaction");
        } else if (!emoji.isTextual()) {
            findings.schema("Param reaction['emoji'] must be a string.");
        } else if (emoji.asText().length() > 16) {
            findings.value("Param reaction['emoji'] must be one emoji");
        }
    }

    private static void contacts(JsonNode contacts, Findings findings) {
        for (int i = 0; contacts.isArray() && i < contacts.size(); i++) {
            String path = "contacts[" + i + "]";
            JsonNode contact = contacts.get(i);
            JsonNode name = findings.object(contact, "name", path + "['name']");
            if (name.isObject()) {
                findings.text(name, "formatted_name", path + "['name']['formatted_name']", 1000);
                if (name.size() < 2) {
                    findings.missing(
                            path + "['name'] needs one more of first_name, last_name, middle_name, prefix, suffix");
                }
            }
            for (String list : new String[] {"phones", "emails", "urls", "addresses"}) {
                if (contact.has(list) && !contact.path(list).isArray()) {
                    findings.schema("Param " + path + "['" + list + "'] must be an array.");
                }
            }
        }
    }

    private static void template(JsonNode template, Findings findings) {
        findings.text(template, "name", "template['name']", 512);
        JsonNode language = template.path("language");
        if (language.isMissingNode() || language.isNull()) {
            findings.missing("Parameter 'template['language']' is required");
        } else if (language.isObject()) {
            findings.text(language, "code", "template['language']['code']", 32);
        } else {
            findings.schema("Param template['language'] must be a JSON object.");
        }
        JsonNode components = template.path("components");
        if (!components.isMissingNode() && !components.isArray()) {
            findings.schema("Param template['components'] must be an array.");
            return;
        }
        for (int i = 0; i < components.size(); i++) {
            component(components.get(i), "template['components'][" + i + "]", findings);
        }
    }

    private static void component(JsonNode component, String path, Findings findings) {
        String type = findings.word(
                component.path("type"),
                path + "['type']",
                Set.of(
                        "header",
                        "body",
                        "button",
                        "footer",
                        "limited_time_offer",
                        "carousel",
                        "order_status",
                        "order_details",
                        "tap_target_configuration"));
        if (type.equals("button")) {
            findings.text(component, "sub_type", path + "['sub_type']", 32);
            findings.text(component, "index", path + "['index']", 2);
        }
        for (JsonNode parameter : component.path("parameters")) {
            String kind = findings.text(parameter, "type", path + "['parameters']['type']", 32);
            if (kind.equals("text")) {
                findings.text(parameter, "text", path + "['parameters']['text']", 32_768);
            } else if (Set.of("image", "video", "document").contains(kind)) {
                JsonNode media = findings.object(parameter, kind, path + "['parameters']['" + kind + "']");
                if (media.isObject()) {
                    media(kind, media, Set.of("id", "link", "caption", "filename"), findings);
                }
            }
        }
    }
}
