package org.chasqui.messaging.content;

import java.util.Set;
import java.util.regex.Pattern;

/** Actions with a name and parameters: a link, a flow, a call, an address. */
final class CallToAction {
    private static final int LONGEST_DISPLAY_TEXT = 20;
    private static final int LONGEST_FLOW_BUTTON = 30;
    private static final int LONGEST_TTL_MINUTES = 43_200;
    private static final Pattern INDIAN_PIN = Pattern.compile("[0-9]{6}");

    private CallToAction() {}

    static void checkName(Part action, String name) {
        action.need("name").word(Set.of(name));
    }

    static void checkUrl(Part action) {
        checkName(action, "cta_url");
        var parameters = action.need("parameters");
        parameters.need("display_text").text(LONGEST_DISPLAY_TEXT);
        parameters.need("url").link();
    }

    static void checkFlow(Part action) {
        checkName(action, "flow");
        var parameters = action.need("parameters");
        parameters.need("flow_message_version").word(Set.of("3"));
        parameters.need("flow_cta").text(LONGEST_FLOW_BUTTON);
        if (parameters.has("flow_id") == parameters.has("flow_name")) {
            throw parameters.bad("needs either flow_id or flow_name.");
        }
        for (var name : new String[] {"flow_id", "flow_name", "flow_token"}) {
            var text = parameters.find(name);
            if (text != null) {
                text.text();
            }
        }
        checkWord(parameters, "mode", Set.of("draft", "published"));
        checkWord(parameters, "flow_action", Set.of("navigate", "data_exchange"));
        var payload = parameters.find("flow_action_payload");
        if (payload != null) {
            var data = payload.find("data");
            if (data != null && data.object().node().isEmpty()) {
                throw data.bad("must not be empty: leave it out instead.");
            }
        }
    }

    static void checkVoiceCall(Part action) {
        checkName(action, "voice_call");
        var parameters = action.find("parameters");
        if (parameters == null) {
            return;
        }
        var text = parameters.find("display_text");
        if (text != null) {
            text.text(LONGEST_DISPLAY_TEXT);
        }
        var ttl = parameters.find("ttl_minutes");
        if (ttl != null) {
            ttl.whole(1, LONGEST_TTL_MINUTES);
        }
    }

    static void checkAddress(Part action) {
        checkName(action, "address_message");
        var parameters = action.need("parameters");
        // Singapore was there before; Meta's newest pages name India only.
        parameters.need("country").word(Set.of("in", "sg"));
        var values = parameters.find("values");
        var pin = values == null ? null : values.find("in_pin_code");
        if (pin != null && !INDIAN_PIN.matcher(pin.text()).matches()) {
            throw pin.bad("is " + pin.quote() + "; must have 6 digits.");
        }
    }

    private static void checkWord(Part parameters, String name, Set<String> allowed) {
        var word = parameters.find(name);
        if (word != null) {
            word.word(allowed);
        }
    }
}
