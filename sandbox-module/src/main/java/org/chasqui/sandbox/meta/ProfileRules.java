package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits of a business profile. */
public final class ProfileRules {

    private static final Map<String, Integer> LENGTHS =
            Map.of("about", 139, "address", 256, "description", 512, "email", 128, "profile_picture_handle", 4096);
    private static final Set<String> VERTICALS = Set.of(
            "other",
            "auto",
            "beauty",
            "apparel",
            "edu",
            "entertain",
            "event_plan",
            "finance",
            "grocery",
            "govt",
            "hotel",
            "health",
            "nonprofit",
            "prof_services",
            "retail",
            "travel",
            "restaurant",
            "alcohol",
            "online_gambling",
            "physical_gambling",
            "otc_drugs",
            "undefined",
            "not_a_biz");

    private ProfileRules() {}

    /** Whether a profile has a field of this name. */
    public static boolean isField(String name) {
        return (LENGTHS.containsKey(name) && !name.equals("profile_picture_handle"))
                || Set.of("websites", "vertical", "profile_picture_url", "messaging_product")
                        .contains(name);
    }

    /** The failure of these changes, or null. */
    public static @Nullable GraphFailure check(JsonNode changes) {
        Findings findings = new Findings();
        changes.fieldNames().forEachRemaining(name -> {
            if (!LENGTHS.containsKey(name) && !name.equals("websites") && !name.equals("vertical")) {
                findings.schema("Unexpected key \"" + name + "\" on param \"whatsapp_business_profile\".");
            }
        });
        LENGTHS.forEach((name, length) -> {
            if (changes.path(name).asText().length() > length) {
                findings.schema("Param " + name + " must be at most " + length + " characters long.");
            }
        });
        if (changes.has("about") && changes.path("about").asText().isEmpty()) {
            findings.schema("Param about must be at least 1 characters long.");
        }
        if (changes.has("vertical")) {
            findings.word(changes.path("vertical"), "vertical", VERTICALS);
        }
        JsonNode websites = changes.path("websites");
        if (websites.size() > 2) {
            findings.schema("Param websites must have at most 2 elements.");
        }
        for (JsonNode website : websites) {
            String url = website.asText();
            if (url.length() > 256 || !(url.startsWith("http://") || url.startsWith("https://"))) {
                findings.schema("Param websites holds an invalid URI.");
            }
        }
        return findings.first();
    }
}
