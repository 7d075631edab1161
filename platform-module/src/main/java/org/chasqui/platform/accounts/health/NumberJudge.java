package org.chasqui.platform.accounts.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.accounts.health.Finding.Area;

/** Reads what Graph says of a number. */
final class NumberJudge {
    private static final List<String> ENTITIES = List.of("PHONE_NUMBER", "WABA", "BUSINESS", "APP");

    private NumberJudge() {}

    /** @param ours where Meta shall post, without a trailing slash */
    static Finding callback(JsonNode number, String ours) {
        var check = "callback";
        var hooks = number.path("webhook_configuration");
        // Meta: the number's own goes before that of the account, and that before the app's.
        for (var level : List.of("phone_number", "whatsapp_business_account", "application")) {
            var address = hooks.path(level).asText("");
            if (!address.isEmpty()) {
                return address.equals(ours)
                                || address.equals(ours.replace("/webhooks/meta", "/api/v1/webhooks/whatsapp"))
                        ? Finding.good(Area.WEBHOOKS, check, "Meta posts to " + address)
                        : Finding.warning(
                                Area.WEBHOOKS,
                                check,
                                "Meta posts to " + address,
                                "This gateway listens at " + ours + ". Change the callback of the app, or check"
                                        + " chasqui.public-url.");
            }
        }
        return Finding.unknown(
                Area.WEBHOOKS,
                check,
                "Meta does not say where it posts",
                "Look into the app's dashboard: the callback must be " + ours + ".");
    }

    static Finding registration(JsonNode number) {
        var check = "registration";
        var status = number.path("status").asText("UNKNOWN");
        var platform = number.path("platform_type").asText("CLOUD_API");
        if (status.equals("CONNECTED") && platform.equals("CLOUD_API")) {
            return Finding.good(Area.NUMBER, check, "connected to the Cloud API");
        }
        return switch (status) {
            case "FLAGGED", "RATE_LIMITED" ->
                Finding.warning(
                        Area.NUMBER,
                        check,
                        "connected, but " + status,
                        "People block or report it. Write to fewer people, and only to those who expect it.");
            case "PENDING", "UNVERIFIED", "CONNECTED" ->
                Finding.wrong(
                        Area.NUMBER,
                        check,
                        "not registered with the Cloud API (" + status + ", " + platform + ")",
                        "Connect the number again: it is registered with its PIN on the way.");
            case "UNKNOWN" -> Finding.unknown(Area.NUMBER, check, "Meta does not say", "Check again later.");
            default ->
                Finding.wrong(
                        Area.NUMBER,
                        check,
                        "the number is " + status,
                        "WhatsApp Manager says why, and takes an appeal.");
        };
    }

    static Finding verification(JsonNode number) {
        var check = "ownership";
        var status = number.path("code_verification_status").asText("");
        return switch (status) {
            case "VERIFIED" -> Finding.good(Area.NUMBER, check, "proved by code");
            case "" -> Finding.unknown(Area.NUMBER, check, "Meta does not say", "Nothing to do.");
            // Meta: an expired proof hurts only a number that has to be registered again.
            case "EXPIRED" -> Finding.good(Area.NUMBER, check, "proved by code, some time ago");
            default ->
                Finding.warning(
                        Area.NUMBER,
                        check,
                        "not proved (" + status + ")",
                        "Have a code sent to it in WhatsApp Manager.");
        };
    }

    static Finding name(JsonNode number) {
        var check = "name";
        var name = "“" + number.path("verified_name").asText("") + "”";
        var status = number.path("name_status").asText("");
        return switch (status) {
            case "APPROVED", "AVAILABLE_WITHOUT_REVIEW" -> Finding.good(Area.NUMBER, check, name + " is approved");
            case "PENDING_REVIEW" ->
                Finding.warning(Area.NUMBER, check, name + " is under review", "Wait: Meta takes up to two days.");
            case "DECLINED", "EXPIRED" ->
                Finding.wrong(
                        Area.NUMBER,
                        check,
                        name + " is " + status,
                        "Ask for another name in WhatsApp Manager: it must show the business.");
            default -> Finding.unknown(Area.NUMBER, check, "Meta does not say", "Check again later.");
        };
    }

    static Finding quality(JsonNode number) {
        var check = "quality";
        var rating = number.path("quality_rating").asText("UNKNOWN");
        return switch (rating) {
            case "GREEN" -> Finding.good(Area.NUMBER, check, "green");
            case "YELLOW" ->
                Finding.warning(
                        Area.NUMBER, check, "yellow", "People block or report it. Look at what you sent lately.");
            case "RED" ->
                Finding.wrong(
                        Area.NUMBER,
                        check,
                        "red",
                        "Stop marketing for some days: Meta looks at the last seven. Ask people before writing.");
            default -> Finding.good(Area.NUMBER, check, "not rated yet");
        };
    }

    static Finding pin(JsonNode number) {
        var check = "pin";
        if (!number.has("is_pin_enabled")) {
            return Finding.unknown(Area.NUMBER, check, "Meta does not say", "Nothing to do.");
        }
        return number.path("is_pin_enabled").asBoolean()
                ? Finding.good(Area.NUMBER, check, "two-step verification is on")
                : Finding.warning(
                        Area.NUMBER,
                        check,
                        "two-step verification is off",
                        "Set a PIN: whoever gets the telephone line could take the number away.");
    }

    /** Meta's own verdict on number, account, business and app. */
    static Finding sending(JsonNode number) {
        var check = "can_send";
        var health = number.path("health_status");
        var state = health.path("can_send_message").asText("");
        if (state.isEmpty()) {
            return Finding.unknown(Area.SENDING, check, "Meta does not say", "Check again later.");
        }
        if (state.equals("AVAILABLE")) {
            return Finding.good(Area.SENDING, check, "number, account, business and app: available");
        }
        var words = new ArrayList<String>();
        var advice = new ArrayList<String>();
        for (var entity : health.path("entities")) {
            var type = entity.path("entity_type").asText();
            if (!ENTITIES.contains(type)
                    || entity.path("can_send_message").asText().equals("AVAILABLE")) {
                continue;
            }
            words.add(type + " " + entity.path("can_send_message").asText());
            for (var error : entity.path("errors")) {
                words.add(error.path("error_description").asText() + " ("
                        + error.path("error_code").asText() + ")");
                advice.add(error.path("possible_solution").asText());
            }
            entity.path("additional_info").forEach(info -> advice.add(info.asText()));
        }
        var text = "Meta says " + state + (words.isEmpty() ? "" : ": " + String.join(", ", words));
        var mend = advice.isEmpty() ? "WhatsApp Manager says why." : String.join(" ", advice);
        return state.equals("LIMITED")
                ? Finding.warning(Area.SENDING, check, text, mend)
                : Finding.wrong(Area.SENDING, check, text, mend);
    }
}
