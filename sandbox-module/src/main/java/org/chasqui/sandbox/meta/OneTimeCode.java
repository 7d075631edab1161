package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What Graph makes of the flags of an authentication template: Meta's own sentences, and a link in the place of the button. */
public final class OneTimeCode {

    private static final String LINK = "https://www.whatsapp.com/otp/code/?otp_type=";

    private OneTimeCode() {}

    /** The components as Graph shows them afterwards. */
    public static ArrayNode written(JsonNode components) {
        ArrayNode written = JsonNodeFactory.instance.arrayNode();
        for (JsonNode component : components) {
            ObjectNode copy = component.deepCopy();
            switch (component.path("type").asText().toUpperCase(Locale.ROOT)) {
                case "BODY" -> body(copy);
                case "FOOTER" ->
                    copy.put(
                            "text",
                            "This code expires in "
                                    + component.path("code_expiration_minutes").asInt() + " minutes.");
                case "BUTTONS" -> buttons(copy);
                default -> {}
            }
            written.add(copy);
        }
        return written;
    }

    private static void body(ObjectNode body) {
        boolean advice = body.path("add_security_recommendation").asBoolean();
        body.put(
                "text",
                "*{{1}}* is your verification code." + (advice ? " For your security, do not share this code." : ""));
        body.putObject("example").putArray("body_text").addArray().add("123456");
    }

    private static void buttons(ObjectNode component) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        for (JsonNode button : component.path("buttons")) {
            String link = LINK + button.path("otp_type").asText("COPY_CODE") + "&code=otp";
            ObjectNode shown = links.addObject().put("type", "URL");
            shown.put("text", button.path("text").asText("Copy code")).put("url", link + "{{1}}");
            shown.putArray("example").add(link + "123456");
        }
        component.set("buttons", links);
    }
}
