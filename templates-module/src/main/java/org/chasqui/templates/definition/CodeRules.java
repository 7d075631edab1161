package org.chasqui.templates.definition;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One-time codes: Meta writes the text, a draft only switches parts of it on.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates">Authentication
 *     templates</a>
 */
final class CodeRules {
    private static final Set<String> TYPES = Set.of("COPY_CODE", "ONE_TAP", "ZERO_TAP");
    private static final int LONGEST_LABEL = 25;
    private static final int MOST_APPS = 5;
    private static final int LONGEST_PACKAGE = 224;
    private static final int HASH = 11;
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");

    private CodeRules() {}

    static void check(TemplateDraft draft, List<Place> places) {
        boolean body = false;
        boolean buttons = false;
        for (var place : places) {
            if (DraftRules.is(place, "BODY")) {
                body = true;
                place.without("text", "is written by Meta for one-time codes; leave it out.");
                if (place.has("add_security_recommendation")
                        && !place.node().path("add_security_recommendation").isBoolean()) {
                    place.at("add_security_recommendation").fault("must be true or false.");
                }
            } else if (DraftRules.is(place, "FOOTER")) {
                place.without("text", "is written by Meta for one-time codes; give code_expiration_minutes.");
                place.at("code_expiration_minutes").whole(1, 90);
            } else if (DraftRules.is(place, "BUTTONS")) {
                buttons = true;
                place.at("buttons").items(1, 1, "buttons").forEach(CodeRules::checkButton);
            } else {
                place.fault("has no place in a one-time code; those have BODY, FOOTER and BUTTONS.");
            }
        }
        if (!places.isEmpty() && !body) {
            places.get(0).fault("stands without a BODY; give {\"type\":\"BODY\"}, the text is Meta's.");
        }
        if (!places.isEmpty() && !buttons) {
            places.get(0).fault("stands without BUTTONS; a one-time code needs a button of the type OTP.");
        }
    }

    private static void checkButton(Place button) {
        if (button.at("type").word(Set.of("OTP")).isEmpty()) {
            return;
        }
        var type = button.at("otp_type").word(TYPES);
        if (button.has("text")) {
            button.at("text").text(LONGEST_LABEL);
        }
        if (type.isEmpty() || type.equals("COPY_CODE")) {
            return;
        }
        if (button.has("autofill_text")) {
            button.at("autofill_text").text(LONGEST_LABEL);
        }
        if (button.has("package_name") && !button.has("supported_apps")) {
            // The older form, which Meta's own description still has: one app, beside the type.
            checkApp(button);
        } else {
            button.at("supported_apps").items(1, MOST_APPS, "apps").forEach(CodeRules::checkApp);
        }
        if (type.equals("ZERO_TAP")
                && !button.node().path("zero_tap_terms_accepted").asBoolean(false)) {
            button.at("zero_tap_terms_accepted").fault("must be true: you accept Meta's terms of zero-tap.");
        }
    }

    private static void checkApp(Place app) {
        var name = app.at("package_name").text(LONGEST_PACKAGE);
        if (!name.isEmpty() && !PACKAGE.matcher(name).matches()) {
            app.at("package_name").fault("must look like com.example.app.");
        }
        var hash =
                app.node().path("signature_hash").asText("").replace("%2F", "/").replace("%2B", "+");
        if (hash.length() != HASH) {
            app.at("signature_hash").fault("has " + hash.length() + " characters; an app's hash has " + HASH + ".");
        }
    }
}
