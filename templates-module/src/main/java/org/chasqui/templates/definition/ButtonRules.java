package org.chasqui.templates.definition;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One button. */
final class ButtonRules {
    private static final Set<String> KINDS = Set.of(
            "QUICK_REPLY",
            "URL",
            "PHONE_NUMBER",
            "COPY_CODE",
            "FLOW",
            "CATALOG",
            "MPM",
            "SPM",
            "VOICE_CALL",
            "OTP",
            "ORDER_DETAILS");
    private static final int LONGEST_LABEL = 25;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_COUPON = 15;
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s{}/?#]+\\.[^\\s{}/?#]+([/?#].*)?");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,19}");
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");
    private static final Set<String> FLOW_ACTIONS = Set.of("NAVIGATE", "DATA_EXCHANGE");
    private static final Set<String> ICONS = Set.of("DEFAULT", "DOCUMENT", "PROMOTION", "REVIEW");

    private ButtonRules() {}

    /** Checks a button; answers its kind. */
    static ButtonKind check(Place button) {
        var word = button.at("type").word(KINDS);
        if (word.isEmpty()) {
            return ButtonKind.OTHER;
        }
        var kind = ButtonKind.valueOf(word);
        if (!kind.hasFixedLabel() && kind != ButtonKind.ORDER_DETAILS) {
            checkLabel(button.at("text"));
        }
        switch (kind) {
            case URL -> checkUrl(button);
            case PHONE_NUMBER -> checkNumber(button.at("phone_number"));
            case COPY_CODE -> checkCoupon(button.at("example"));
            case FLOW -> checkFlow(button);
            default -> {}
        }
        return kind;
    }

    private static void checkLabel(Place label) {
        var text = label.text(LONGEST_LABEL);
        if (!Variables.of(text).isEmpty()) {
            label.fault("has a variable; labels take none.");
        }
        if (text.contains("\n")) {
            label.fault("has a line break.");
        }
    }

    private static void checkUrl(Place button) {
        var place = button.at("url");
        var url = place.text(LONGEST_URL);
        if (url.isEmpty()) {
            return;
        }
        if (!URL.matcher(url).matches()) {
            place.fault("must be an http or https address whose host is no variable.");
        }
        var variables = Variables.of(url);
        if (variables.count() > 1) {
            place.fault("has " + variables.count() + " variables; Meta takes one.");
        } else if (!variables.isEmpty()) {
            if (!url.endsWith("}}")) {
                place.fault("has its variable in the middle; it must be the end of the address.");
            }
            checkExample(button.at("example"));
        }
    }

    private static void checkExample(Place example) {
        var value = example.node().isArray() ? example.node().path(0) : example.node();
        if (value.asText("").isBlank()) {
            example.fault("is required: the address with its variable filled in.");
        }
    }

    private static void checkNumber(Place place) {
        var number = place.text(LONGEST_NUMBER);
        if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
            place.fault("must be a phone number with its country: +15551234567.");
        }
    }

    private static void checkCoupon(Place place) {
        var value = place.node().isArray()
                ? place.node().path(0).asText("")
                : place.node().asText("");
        if (value.isBlank()
                || value.length() > LONGEST_COUPON
                || !ALPHANUMERIC.matcher(value).matches()) {
            place.fault("must be a sample code of 1 to " + LONGEST_COUPON + " letters and digits.");
        }
    }

    private static void checkFlow(Place button) {
        int named =
                (button.has("flow_id") ? 1 : 0) + (button.has("flow_name") ? 1 : 0) + (button.has("flow_json") ? 1 : 0);
        if (named != 1) {
            button.fault("needs exactly one of flow_id, flow_name, flow_json.");
        }
        if (button.has("flow_action")) {
            var action = button.at("flow_action").word(FLOW_ACTIONS).toLowerCase(Locale.ROOT);
            if (action.equals("data_exchange")) {
                button.without("navigate_screen", "has no place with data_exchange: the endpoint names the screen.");
            }
        }
        if (button.has("icon")) {
            button.at("icon").word(ICONS);
        }
    }
}
