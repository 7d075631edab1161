package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks the parts of a template send beyond header, body and buttons: cards and limited-time offers. */
final class TemplateParts {

    private TemplateParts() {}

    static @Nullable GraphFailure check(MessageTemplate template, JsonNode request) {
        GraphFailure offer = checkOffer(template, request);
        return offer == null ? checkCards(template, request) : offer;
    }

    private static @Nullable GraphFailure checkOffer(MessageTemplate template, JsonNode request) {
        JsonNode offer = template.component("LIMITED_TIME_OFFER").path("limited_time_offer");
        boolean expires = offer.path("has_expiration").asBoolean(false);
        JsonNode parameters = TemplateRules.parameters(request, "limited_time_offer");
        if (expires
                && parameters
                        .path(0)
                        .path("limited_time_offer")
                        .path("expiration_time_ms")
                        .isMissingNode()) {
            return GraphFailure.of(132012, "limited_time_offer: expiration_time_ms is required");
        }
        return offer.isMissingNode() && !parameters.isMissingNode()
                ? GraphFailure.of(132012, "limited_time_offer: the template has none")
                : null;
    }

    private static @Nullable GraphFailure checkCards(MessageTemplate template, JsonNode request) {
        JsonNode cards = template.component("CAROUSEL").path("cards");
        JsonNode sent = sentCards(request);
        if (cards.size() != sent.size()) {
            return GraphFailure.of(
                    132012,
                    "carousel: number of cards (" + sent.size() + ") does not match the expected number of cards ("
                            + cards.size() + ")");
        }
        for (int i = 0; i < sent.size(); i++) {
            JsonNode card = cards.path(sent.get(i).path("card_index").asInt(-1));
            GraphFailure failure = checkCard(i, card.path("components"), sent.get(i));
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private static @Nullable GraphFailure checkCard(int index, JsonNode parts, JsonNode sent) {
        if (parts.isMissingNode()) {
            return GraphFailure.of(132012, "carousel: card " + index + " has an invalid card_index");
        }
        for (JsonNode part : parts) {
            String type = part.path("type").asText().toLowerCase(Locale.ROOT);
            JsonNode parameters = TemplateRules.parameters(sent, type);
            if (type.equals("header")) {
                String format = part.path("format").asText().toUpperCase(Locale.ROOT);
                String given = parameters.path(0).path("type").asText("unknown").toUpperCase(Locale.ROOT);
                if (!given.equals(format)) {
                    return GraphFailure.of(
                            132012,
                            "carousel card " + index + " header: Format mismatch, expected " + format + ", received "
                                    + given);
                }
            } else if (type.equals("body")) {
                int expected =
                        MessageTemplate.variables(part.path("text").asText()).size();
                if (parameters.size() != expected) {
                    return GraphFailure.of(
                            132000,
                            "carousel card " + index + " body: number of localizable_params (" + parameters.size()
                                    + ") does not match the expected number of params (" + expected + ")");
                }
            }
        }
        return null;
    }

    private static JsonNode sentCards(JsonNode request) {
        for (JsonNode component : request.path("components")) {
            if ("carousel".equalsIgnoreCase(component.path("type").asText())) {
                return component.path("cards");
            }
        }
        return MissingNode.getInstance();
    }
}
