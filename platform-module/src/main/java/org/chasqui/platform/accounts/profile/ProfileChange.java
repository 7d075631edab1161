package org.chasqui.platform.accounts.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * New words for a business profile: null leaves a field as it is, an empty text clears it. Limits are Meta's
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers/business-profiles).
 *
 * @param pictureHandle of an upload to Meta; null leaves the picture
 */
public record ProfileChange(
        @Nullable String about,
        @Nullable String address,
        @Nullable String description,
        @Nullable String email,
        @Nullable List<String> websites,
        @Nullable String vertical,
        @Nullable String pictureHandle) {
    /** Meta's industries, in the order of its own list. */
    public static final List<String> VERTICALS = List.of(
            "OTHER",
            "AUTO",
            "BEAUTY",
            "APPAREL",
            "EDU",
            "ENTERTAIN",
            "EVENT_PLAN",
            "FINANCE",
            "GROCERY",
            "GOVT",
            "HOTEL",
            "HEALTH",
            "NONPROFIT",
            "PROF_SERVICES",
            "RETAIL",
            "TRAVEL",
            "RESTAURANT",
            "ALCOHOL",
            "ONLINE_GAMBLING",
            "PHYSICAL_GAMBLING",
            "OTC_DRUGS");

    private static final Set<String> KNOWN = Set.copyOf(VERTICALS);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s/]+\\S*");
    private static final int MOST_WEBSITES = 2;
    private static final int LONGEST_LINK = 256;

    /**
     * The body of the call, checked.
     *
     * @throws RequestFailed VALIDATION_FAILED when a limit of Meta is broken
     */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("messaging_product", "whatsapp");
        if (about != null && about.isBlank()) {
            throw RequestFailed.invalid("profile.about", "cannot be emptied: Meta wants 1 to 139 characters.");
        }
        text(body, "about", about, 139);
        text(body, "address", address, LONGEST_LINK);
        text(body, "description", description, 512);
        text(body, "email", email, 128);
        if (email != null && !email.isEmpty() && !EMAIL.matcher(email).matches()) {
            throw RequestFailed.invalid("profile.email", "must be an e-mail address.");
        }
        if (websites != null) {
            body.put("websites", checked(websites));
        }
        if (vertical != null) {
            if (!KNOWN.contains(vertical)) {
                throw RequestFailed.invalid("profile.vertical", "must be one of " + String.join(", ", VERTICALS) + ".");
            }
            body.put("vertical", vertical);
        }
        if (pictureHandle != null) {
            body.put("profile_picture_handle", pictureHandle);
        }
        return body;
    }

    private static void text(Map<String, Object> body, String name, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        int length = value.codePointCount(0, value.length());
        if (length > longest) {
            throw RequestFailed.invalid(
                    "profile." + name, "is " + length + " characters long; Meta takes " + longest + ".");
        }
        body.put(name, value);
    }

    private static List<String> checked(List<String> websites) {
        if (websites.size() > MOST_WEBSITES) {
            throw RequestFailed.invalid("profile.websites", "may hold two addresses at most.");
        }
        for (var website : websites) {
            if (website.length() > LONGEST_LINK || !WEBSITE.matcher(website).matches()) {
                throw RequestFailed.invalid(
                        "profile.websites", "must begin with http:// or https:// and have 256 characters at most.");
            }
        }
        return List.copyOf(websites);
    }
}
