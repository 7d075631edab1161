package org.chasqui.api.dialog360.numbers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.accounts.profile.BusinessProfile;
import org.chasqui.platform.accounts.profile.BusinessProfiles;
import org.chasqui.platform.accounts.profile.ProfileChange;
import org.jspecify.annotations.Nullable;

/** The business profile: in the three places of the old host, and in the one of Graph. */
@ApplicationScoped
class ProfileEndpoints implements Dialog360Endpoints {
    private static final int LARGEST_PICTURE = 5 * 1024 * 1024;

    @Inject
    BusinessProfiles profiles;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/v1/settings/profile/about", this::about)
                .writes("PATCH", "/v1/settings/profile/about", this::setAbout)
                .writes("PUT", "/v1/settings/profile/about", this::setAbout)
                .reads("GET", "/v1/settings/profile/photo", this::photo)
                .writes("POST", "/v1/settings/profile/photo", this::setPhoto)
                .writes("DELETE", "/v1/settings/profile/photo", call -> photoStays())
                .reads("GET", "/v1/settings/business/profile", this::business)
                .writes("POST", "/v1/settings/business/profile", this::setBusiness)
                .reads("GET", "/whatsapp_business_profile", this::graph)
                .writes("POST", "/whatsapp_business_profile", this::setGraph);
    }

    private Answer about(Dialog360Call call) {
        var text = profiles.of(call.number()).about();
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings").putObject("profile").putObject("about").put("text", text == null ? "" : text);
        return old(body);
    }

    private Answer setAbout(Dialog360Call call) throws IOException {
        change(call, new ProfileChange(call.arguments().demand("text"), null, null, null, null, null, null));
        return old(JsonNodeFactory.instance.objectNode());
    }

    private Answer photo(Dialog360Call call) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings")
                .putObject("profile")
                .putObject("photo")
                .put("link", profiles.of(call.number()).pictureUrl());
        return old(body);
    }

    private Answer setPhoto(Dialog360Call call) throws IOException {
        // One byte more than is taken, so that what is too large is refused as such.
        var picture = call.request().bytes().readNBytes(LARGEST_PICTURE + 1);
        profiles.changePicture(call.number(), picture, call.client().name());
        return old(JsonNodeFactory.instance.objectNode());
    }

    private static Answer photoStays() {
        return Refusals.notImplemented("Meta's Cloud API replaces a picture and does not remove it: send another one.");
    }

    private Answer business(Dialog360Call call) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("settings").putObject("business").set("profile", fields(profiles.of(call.number())));
        return old(body);
    }

    private Answer setBusiness(Dialog360Call call) throws IOException {
        change(call, read(call.arguments(), null));
        return old(JsonNodeFactory.instance.objectNode());
    }

    private Answer graph(Dialog360Call call) {
        var profile = profiles.of(call.number());
        var fields = fields(profile).put("messaging_product", "whatsapp");
        if (profile.about() != null) {
            fields.put("about", profile.about());
        }
        if (profile.pictureUrl() != null) {
            fields.put("profile_picture_url", profile.pictureUrl());
        }
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("data").add(fields);
        return Answer.json(200, body);
    }

    private Answer setGraph(Dialog360Call call) throws IOException {
        var given = call.arguments();
        change(call, read(given, given.text("about").orElse(null)));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private void change(Dialog360Call call, ProfileChange change) {
        profiles.change(call.number(), change, call.client().name());
    }

    /** What is named and empty is emptied, what is not named stays. */
    private static ProfileChange read(Arguments given, @Nullable String about) {
        return new ProfileChange(
                about,
                text(given, "address"),
                text(given, "description"),
                text(given, "email"),
                given.names("websites") ? List.copyOf(given.texts("websites")) : null,
                given.text("vertical").map(ProfileEndpoints::vertical).orElse(null),
                given.text("profile_picture_handle").orElse(null));
    }

    private static @Nullable String text(Arguments given, String name) {
        return given.names(name) ? given.text(name).orElse("") : null;
    }

    /** The old host had the names that people see; Graph has words. */
    static String vertical(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "automotive" -> "AUTO";
            case "beauty, spa and salon" -> "BEAUTY";
            case "clothing and apparel" -> "APPAREL";
            case "education" -> "EDU";
            case "entertainment" -> "ENTERTAIN";
            case "event planning and service" -> "EVENT_PLAN";
            case "finance and banking" -> "FINANCE";
            case "food and grocery" -> "GROCERY";
            case "public service" -> "GOVT";
            case "hotel and lodging" -> "HOTEL";
            case "medical and health" -> "HEALTH";
            case "non-profit" -> "NONPROFIT";
            case "professional services" -> "PROF_SERVICES";
            case "shopping and retail" -> "RETAIL";
            case "travel and transportation" -> "TRAVEL";
            default -> written.toUpperCase(Locale.ROOT);
        };
    }

    private static ObjectNode fields(BusinessProfile profile) {
        var fields = JsonNodeFactory.instance.objectNode();
        put(fields, "address", profile.address());
        put(fields, "description", profile.description());
        put(fields, "email", profile.email());
        put(fields, "vertical", profile.vertical());
        var websites = fields.putArray("websites");
        profile.websites().forEach(websites::add);
        return fields;
    }

    private static void put(ObjectNode fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Answer old(ObjectNode body) {
        body.set("meta", Refusals.meta());
        return Answer.json(200, body);
    }
}
