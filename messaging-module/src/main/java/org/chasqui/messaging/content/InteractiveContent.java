package org.chasqui.messaging.content;

import java.util.Map;
import java.util.Set;

/** {@code interactive:{type, header, body, footer, action}}: what all types share, and which action belongs to each. */
final class InteractiveContent {
    private static final Set<String> KNOWN = Set.of("type", "header", "body", "footer", "action");
    private static final int LONGEST_BODY = 1_024;
    private static final int LONGEST_LIST_BODY = 4_096;
    private static final int LONGEST_LINE = 60;
    private static final Set<String> MEDIA = Set.of("image", "video", "document");
    private static final Set<String> ANY_HEADER = Set.of("text", "image", "video", "document");
    private static final Set<String> NO_HEADER = Set.of();
    private static final Set<String> TEXT_HEADER = Set.of("text");

    /** The types, with the kinds of header that each may have. */
    private static final Map<String, Set<String>> HEADERS = Map.ofEntries(
            Map.entry("button", ANY_HEADER),
            Map.entry("list", TEXT_HEADER),
            Map.entry("cta_url", ANY_HEADER),
            Map.entry("flow", ANY_HEADER),
            Map.entry("product", NO_HEADER),
            Map.entry("product_list", TEXT_HEADER),
            Map.entry("catalog_message", ANY_HEADER),
            Map.entry("location_request_message", NO_HEADER),
            Map.entry("address_message", ANY_HEADER),
            Map.entry("voice_call", ANY_HEADER),
            Map.entry("call_permission_request", ANY_HEADER),
            Map.entry("carousel", NO_HEADER),
            Map.entry("request_contact_info", ANY_HEADER),
            Map.entry("order_details", ANY_HEADER),
            Map.entry("order_status", ANY_HEADER));

    private static final Set<String> WITHOUT_FOOTER = Set.of("carousel", "location_request_message");
    private static final Set<String> BODY_OPTIONAL =
            Set.of("product", "call_permission_request", "request_contact_info");

    private InteractiveContent() {}

    static void check(Part interactive) {
        var type = interactive.only(KNOWN).need("type").word(HEADERS.keySet());
        checkHeader(type, interactive);
        checkBody(type, interactive);
        var footer = interactive.find("footer");
        if (footer != null) {
            if (WITHOUT_FOOTER.contains(type)) {
                throw footer.bad("has no place in a message of type " + type + ".");
            }
            footer.need("text").text(LONGEST_LINE);
        }
        var action = interactive.need("action").object();
        switch (type) {
            case "button" -> ChoiceActions.checkButtons(action);
            case "list" -> ChoiceActions.checkList(action);
            case "cta_url" -> CallToAction.checkUrl(action);
            case "flow" -> CallToAction.checkFlow(action);
            case "voice_call" -> CallToAction.checkVoiceCall(action);
            case "address_message" -> CallToAction.checkAddress(action);
            case "product" -> CatalogActions.checkProduct(action);
            case "product_list" -> CatalogActions.checkProducts(action);
            case "catalog_message" -> CatalogActions.checkCatalog(action);
            case "carousel" -> CarouselAction.check(action);
            case "location_request_message" -> CallToAction.checkName(action, "send_location");
            case "order_details" -> CallToAction.checkName(action, "review_and_pay");
            case "order_status" -> CallToAction.checkName(action, "review_order");
            default -> CallToAction.checkName(action, type);
        }
    }

    private static void checkHeader(String type, Part interactive) {
        var header = interactive.find("header");
        if (header == null) {
            if (type.equals("product_list")) {
                interactive.need("header");
            }
            return;
        }
        var allowed = HEADERS.getOrDefault(type, NO_HEADER);
        if (allowed.isEmpty()) {
            throw header.bad("has no place in a message of type " + type + ".");
        }
        var kind = header.need("type").word(allowed);
        if (MEDIA.contains(kind)) {
            MediaContent.checkSource(header.need(kind));
        } else {
            header.need("text").text(LONGEST_LINE);
        }
    }

    private static void checkBody(String type, Part interactive) {
        if (interactive.has("body") || !BODY_OPTIONAL.contains(type)) {
            interactive.need("body").need("text").text(type.equals("list") ? LONGEST_LIST_BODY : LONGEST_BODY);
        }
    }
}
