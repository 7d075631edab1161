package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Embedded Signup's window without a browser: what a person would have chosen, and what the window gives. */
final class SandboxSignup {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Api window;

    SandboxSignup(Product product) {
        window = Api.at(product.baseUrl() + "/sandbox/signup", "nobody").with("X-Requested-With", "chasqui-signup");
    }

    /** A new account with one new number; {@code trouble} is what shall go wrong. */
    JsonNode finish(String account, String number, String trouble) {
        return finish(account, number, trouble, "whatsapp_business_management", "whatsapp_business_messaging");
    }

    JsonNode finish(String account, String number, String trouble, String... permissions) {
        return finish(account, number, trouble, false, permissions);
    }

    /** The same for a number that stays in the WhatsApp Business app. */
    JsonNode finishInApp(String account, String number) {
        return finish(account, number, "none", true, "whatsapp_business_management", "whatsapp_business_messaging");
    }

    private JsonNode finish(String account, String number, String trouble, boolean coexistence, String... permissions) {
        var body = MAPPER.valueToTree(Map.of(
                "account_name", account,
                "number", number,
                "display_name", account,
                "trouble", trouble,
                "coexistence", coexistence,
                "permissions", permissions));
        return window.post("/finish", body.toString()).ok();
    }

    /** The body of {@code POST /onboarding/exchange} for what the window gave. */
    static String exchange(JsonNode given) {
        return MAPPER.createObjectNode()
                .put("code", given.get("code").asText())
                .put("phone_number_id", given.get("phone_number_id").asText())
                .toString();
    }
}
