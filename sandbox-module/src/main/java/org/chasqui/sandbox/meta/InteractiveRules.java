package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The rules of {@code interactive} messages: header, body, footer, and an action for each type. */
final class InteractiveRules {

    private static final Set<String> TYPES = Set.of(
            "button",
            "list",
            "cta_url",
            "flow",
            "product",
            "product_list",
            "catalog_message",
            "location_request_message",
            "address_message",
            "voice_call",
            "call_permission_request",
            "carousel",
            "request_contact_info",
            "order_details",
            "order_status");
    private static final Set<String> BODYLESS = Set.of("product", "call_permission_request", "request_contact_info");
    private static final int MAX_BODY = 1024;
    private static final int MAX_LIST_BODY = 4096;

    private InteractiveRules() {}

    static void check(JsonNode interactive, Findings findings) {
        if (interactive.path("type").isMissingNode()) {
            findings.missing("Parameter 'interactive['type']' is required");
            return;
        }
        String type = findings.word(interactive.path("type"), "interactive['type']", TYPES);
        JsonNode action = findings.object(interactive, "action", "interactive['action']");
        body(type, interactive, findings);
        header(type, interactive.path("header"), findings);
        if (interactive.has("footer")) {
            findings.label(interactive.path("footer"), "text", "Footer text", 60);
        }
        if (!action.isObject()) {
            return;
        }
        switch (type) {
            case "button" -> buttons(action, findings);
            case "list" -> list(action, findings);
            case "cta_url" -> ctaUrl(action, findings);
            case "flow" -> flow(action, findings);
            case "product" -> product(action, findings);
            case "product_list" -> products(action, findings);
            case "carousel" -> findings.list(action, "cards", "interactive['action']['cards']", 2, 10);
            default -> name(type, action, findings);
        }
    }

    private static void body(String type, JsonNode interactive, Findings findings) {
        JsonNode body = interactive.path("body");
        if (body.isMissingNode()) {
            if (!BODYLESS.contains(type)) {
                findings.missing("Parameter 'interactive['body']' is required");
            }
            return;
        }
        findings.label(body, "text", "Body text", type.equals("list") ? MAX_LIST_BODY : MAX_BODY);
    }

    private static void header(String type, JsonNode header, Findings findings) {
        if (header.isMissingNode()) {
            if (type.equals("product_list")) {
                findings.missing("Parameter 'interactive['header']' is required for a product_list");
            }
            return;
        }
        String kind = findings.word(
                header.path("type"), "interactive['header']['type']", Set.of("text", "image", "video", "document"));
        if ((type.equals("list") || type.equals("product_list")) && !kind.equals("text")) {
            findings.value("The header of a " + type + " must be of type text");
        } else if (type.equals("product")) {
            findings.value("A product message has no header");
        } else if (kind.equals("text")) {
            findings.label(header, "text", "Header text", 60);
        } else {
            JsonNode media = findings.object(header, kind, "interactive['header']['" + kind + "']");
            if (media.isObject()) {
                MessageRules.media(kind, media, Set.of("id", "link", "caption", "filename"), findings);
            }
        }
    }

    private static void buttons(JsonNode action, Findings findings) {
        JsonNode buttons = findings.list(action, "buttons", "interactive['action']['buttons']", 1, 3);
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (int i = 0; buttons.isArray() && i < buttons.size(); i++) {
            JsonNode button = buttons.get(i);
            findings.word(button.path("type"), "interactive['action']['buttons'][" + i + "]['type']", Set.of("reply"));
            JsonNode reply = findings.object(button, "reply", "interactive['action']['buttons'][" + i + "]['reply']");
            if (reply.isObject()) {
                if (!ids.add(findings.label(reply, "id", "Button id", 256))) {
                    findings.value("Button ids must be unique");
                }
                if (!titles.add(findings.label(reply, "title", "Button title", 20))) {
                    findings.value("Button titles must be unique");
                }
            }
        }
    }

    private static void list(JsonNode action, Findings findings) {
        findings.label(action, "button", "List button text", 20);
        JsonNode sections = findings.list(action, "sections", "interactive['action']['sections']", 1, 10);
        Set<String> ids = new HashSet<>();
        int rows = 0;
        for (int s = 0; sections.isArray() && s < sections.size(); s++) {
            JsonNode section = sections.get(s);
            if (sections.size() > 1 || section.has("title")) {
                findings.label(section, "title", "Section title", 24);
            }
            String path = "interactive['action']['sections'][" + s + "]['rows']";
            for (JsonNode row : findings.list(section, "rows", path, 1, 10)) {
                rows++;
                if (!ids.add(findings.label(row, "id", "Row id", 200))) {
                    findings.value("Row ids must be unique");
                }
                findings.label(row, "title", "Row title", 24);
                if (row.has("description")) {
                    findings.label(row, "description", "Row description", 72);
                }
            }
        }
        if (rows > 10) {
            findings.value("Total row count exceed max allowed count: 10");
        }
    }

    private static void ctaUrl(JsonNode action, Findings findings) {
        name("cta_url", action, findings);
        JsonNode parameters = findings.object(action, "parameters", "interactive['action']['parameters']");
        if (parameters.isObject()) {
            findings.label(parameters, "display_text", "Button text", 20);
            String url = findings.label(parameters, "url", "Button url", 2000);
            if (!url.isEmpty() && !url.startsWith("http://") && !url.startsWith("https://")) {
                findings.value("Param interactive['action']['parameters']['url'] is not a valid URI.");
            }
        }
    }

    private static void flow(JsonNode action, Findings findings) {
        name("flow", action, findings);
        JsonNode parameters = findings.object(action, "parameters", "interactive['action']['parameters']");
        if (parameters.isObject()) {
            findings.text(parameters, "flow_message_version", "flow_message_version", 8);
            findings.label(parameters, "flow_cta", "Flow button text", 30);
            if (parameters.has("flow_id") == parameters.has("flow_name")) {
                findings.missing("A flow needs either flow_id or flow_name");
            }
        }
    }

    private static void product(JsonNode action, Findings findings) {
        findings.text(action, "catalog_id", "interactive['action']['catalog_id']", 128);
        findings.text(action, "product_retailer_id", "interactive['action']['product_retailer_id']", 256);
    }

    private static void products(JsonNode action, Findings findings) {
        findings.text(action, "catalog_id", "interactive['action']['catalog_id']", 128);
        int items = 0;
        for (JsonNode section : findings.list(action, "sections", "interactive['action']['sections']", 1, 10)) {
            JsonNode products = findings.list(section, "product_items", "product_items", 1, 30);
            items += products.size();
            for (JsonNode product : products) {
                findings.text(product, "product_retailer_id", "product_retailer_id", 256);
            }
        }
        if (items > 30) {
            findings.value("A product_list holds at most 30 products");
        }
    }

    private static void name(String type, JsonNode action, Findings findings) {
        String expected = switch (type) {
            case "location_request_message" -> "send_location";
            case "order_details" -> "review_and_pay";
            case "order_status" -> "review_order";
            default -> type;
        };
        JsonNode name = action.path("name");
        if (name.isMissingNode()) {
            findings.missing("Parameter 'interactive['action']['name']' is required");
        } else {
            findings.word(name, "interactive['action']['name']", Set.of(expected));
        }
    }
}
