package org.chasqui.sandbox.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.chasqui.sandbox.world.App;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Registration;
import org.chasqui.sandbox.world.Waba;

/** All fields of the nodes, and those that come when none are asked. */
final class Nodes {

    static final List<String> WABA_FIELDS =
            List.of("id", "name", "currency", "timezone_id", "message_template_namespace");
    static final List<String> NUMBER_FIELDS = List.of(
            "verified_name",
            "code_verification_status",
            "display_phone_number",
            "quality_rating",
            "platform_type",
            "throughput",
            "webhook_configuration",
            "id");
    static final List<String> TEMPLATE_FIELDS =
            List.of("name", "parameter_format", "components", "language", "status", "category", "id");

    private Nodes() {}

    static ObjectNode waba(Waba waba) {
        ObjectNode json = Json.object().put("id", waba.id()).put("name", waba.name());
        json.put("currency", "USD").put("timezone_id", "1").put("country", "US").put("status", "ACTIVE");
        json.put("message_template_namespace", "chasqui_" + waba.id());
        json.put("account_review_status", "APPROVED").put("business_verification_status", "verified");
        json.put("ownership_type", "SELF").put("primary_funding_id", "0").put("is_enabled_for_insights", true);
        json.put("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED");
        json.put("marketing_messages_onboarding_status", "ELIGIBLE").put("primary_business_location", "US");
        json.putObject("owner_business_info").put("name", waba.name()).put("id", "9" + waba.id());
        json.putNull("on_behalf_of_business_info").putNull("auth_international_rate_eligibility");
        health(json, "WABA", waba.id(), waba.isActive());
        json.setAll(waba.facts());
        return json;
    }

    static ObjectNode number(BusinessNumber number, App app) {
        ObjectNode json = Json.object().put("id", number.id()).put("verified_name", number.verifiedName());
        Registration registration = number.registration();
        json.put("display_phone_number", display(number.digits())).put("country_dial_code", dialCode(number.digits()));
        json.put("code_verification_status", registration.isVerified() ? "VERIFIED" : "NOT_VERIFIED")
                .put("quality_rating", "GREEN");
        json.putObject("quality_score").put("score", "GREEN");
        json.put("platform_type", registration.isRegistered() ? "CLOUD_API" : "NOT_APPLICABLE");
        json.put("host_platform", registration.isRegistered() ? "CLOUD_API" : "NOT_APPLICABLE");
        json.putObject("throughput").put("level", number.throughput().level());
        json.put("status", registration.isRegistered() ? number.status() : "PENDING");
        json.put("name_status", "APPROVED").put("new_name_status", "NONE").put("account_mode", "LIVE");
        json.put("messaging_limit_tier", "TIER_UNLIMITED");
        json.put("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED");
        json.put("is_official_business_account", false).put("is_pin_enabled", registration.hasPin());
        json.put("is_on_biz_app", number.throughput().name().equals("COEXISTENCE"));
        json.put("search_visibility", "VISIBLE")
                .put("certificate", "")
                .putNull("new_certificate")
                .putNull("username");
        json.put("last_onboarded_time", "2026-01-05T09:00:00+0000");
        ObjectNode hooks = json.putObject("webhook_configuration");
        String override = number.waba().overrideCallback();
        if (override != null) {
            hooks.put("whatsapp_business_account", override);
        }
        hooks.put("application", app.callback());
        health(
                json,
                "PHONE_NUMBER",
                number.id(),
                registration.isRegistered()
                        && number.status().equals("CONNECTED")
                        && number.waba().isActive());
        json.set("conversational_automation", number.shelf().components());
        json.setAll(number.shelf().facts());
        return json;
    }

    static ObjectNode template(GraphCall call, MessageTemplate template) {
        ObjectNode json = template.toJson();
        json.set("components", call.world().uploads().shown(template.components(), call.graphBase()));
        json.put("sub_category", "CUSTOM").putNull("library_template_name");
        return json;
    }

    private static void health(ObjectNode json, String type, String id, boolean available) {
        String state = available ? "AVAILABLE" : "BLOCKED";
        ObjectNode health = json.putObject("health_status").put("can_send_message", state);
        ObjectNode entity = health.putArray("entities")
                .addObject()
                .put("entity_type", type)
                .put("id", id)
                .put("can_send_message", state);
        if (!available) {
            entity.putArray("errors")
                    .addObject()
                    .put("error_code", 141006)
                    .put("error_description", "It may not send at present")
                    .put("possible_solution", "Look into WhatsApp Manager for the reason and the way back.");
        }
    }

    /** {@code +1 555-010-0001} for the sandbox's own numbers, else plus and digits. */
    private static String display(String digits) {
        return digits.length() == 11 && digits.startsWith("1")
                ? "+1 " + digits.substring(1, 4) + "-" + digits.substring(4, 7) + "-" + digits.substring(7)
                : "+" + digits;
    }

    private static String dialCode(String digits) {
        return digits.startsWith("1") || digits.startsWith("7") ? digits.substring(0, 1) : digits.substring(0, 2);
    }
}
