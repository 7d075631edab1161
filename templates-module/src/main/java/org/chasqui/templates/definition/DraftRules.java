package org.chasqui.templates.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.platform.failure.FieldError;

/**
 * Meta's limits of a template, so that nobody waits for a refusal that can be foreseen. All faults are told at once, each
 * with its place.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components">
 *     Template components</a>
 */
public final class DraftRules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Set<String> COMPONENTS =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER", "CALL_PERMISSION_REQUEST");
    private static final Set<String> FORMATS = Set.of("NAMED", "POSITIONAL");
    private static final int MOST_COMPONENTS = 6;
    private static final long FOR_EVER = -1;

    private DraftRules() {}

    /** What Meta would refuse of a new template; empty when nothing is known against it. */
    public static List<FieldError> check(TemplateDraft draft) {
        var faults = new ArrayList<FieldError>();
        if (!NAME.matcher(draft.name()).matches()) {
            faults.add(
                    new FieldError(
                            "name",
                            "must have 1 to 512 characters, and lower-case letters, digits and underscores only: order_ready."));
        }
        if (!Languages.isKnown(draft.language())) {
            faults.add(new FieldError(
                    "language", "\"" + draft.language() + "\" is none of Meta's codes, such as en_US, pt_BR, es."));
        }
        faults.addAll(checkContent(draft));
        return faults;
    }

    /** What Meta would refuse of the content alone: for an edit, where name and language stay. */
    public static List<FieldError> checkContent(TemplateDraft draft) {
        var faults = new ArrayList<FieldError>();
        var category = Category.of(draft.category());
        if (category.isEmpty()) {
            faults.add(new FieldError("category", "must be one of AUTHENTICATION, MARKETING, UTILITY."));
        }
        category.ifPresent(known -> checkTtl(draft, known, faults));
        checkFormat(draft, faults);
        var places = places(draft, faults);
        if (category.filter(Category.AUTHENTICATION::equals).isPresent()) {
            CodeRules.check(draft, places);
        } else {
            checkParts(draft, places, faults);
        }
        return faults;
    }

    private static List<Place> places(TemplateDraft draft, List<FieldError> faults) {
        var places = Place.root(draft.components(), faults).items(1, MOST_COMPONENTS, "components");
        var seen = new HashSet<String>();
        for (var place : places) {
            var type = place.at("type").word(COMPONENTS);
            if (!type.isEmpty() && !seen.add(type)) {
                place.fault("is the second " + type + "; Meta takes one of each.");
            }
        }
        return places;
    }

    private static void checkParts(TemplateDraft draft, List<Place> places, List<FieldError> faults) {
        var shape = draft.shape();
        if (places.stream().noneMatch(place -> is(place, "BODY"))) {
            faults.add(new FieldError("components", "has no BODY; every template needs one."));
        }
        for (var place : places) {
            switch (place.type()) {
                case "HEADER" -> HeaderRules.check(place, draft);
                case "BODY" -> BodyRules.check(place, draft, BodyRules.longest(shape));
                case "FOOTER" -> FooterRules.check(place, shape);
                case "BUTTONS" -> ButtonsRules.check(place.at("buttons"), shape, ButtonsRules.MOST);
                case "CAROUSEL" -> CarouselRules.check(place, draft);
                case "LIMITED_TIME_OFFER" -> OfferRules.check(place, draft);
                default -> {}
            }
        }
    }

    private static void checkFormat(TemplateDraft draft, List<FieldError> faults) {
        var format = draft.parameterFormat();
        if (format == null) {
            return;
        }
        var word = format.toUpperCase(Locale.ROOT);
        if (!FORMATS.contains(word)) {
            faults.add(new FieldError("parameter_format", "must be NAMED or POSITIONAL."));
        } else if (word.equals("POSITIONAL") && draft.shape().isNamed()) {
            faults.add(new FieldError("parameter_format", "is POSITIONAL, but there are variables with names."));
        }
    }

    private static void checkTtl(TemplateDraft draft, Category category, List<FieldError> faults) {
        var ttl = draft.ttlSeconds();
        if (ttl == null || (ttl == FOR_EVER && category != Category.MARKETING)) {
            return;
        }
        long least = category == Category.MARKETING ? 43_200 : 30;
        long most = switch (category) {
            case AUTHENTICATION -> 900;
            case UTILITY -> 43_200;
            case MARKETING -> 2_592_000;
        };
        if (ttl < least || ttl > most) {
            faults.add(new FieldError(
                    "message_send_ttl_seconds",
                    "is " + ttl + "; for " + category + " Meta takes " + least + " to " + most + " seconds"
                            + (category == Category.MARKETING ? "." : ", or -1 for 30 days.")));
        }
    }

    static boolean is(Place place, String type) {
        return type.equals(place.type());
    }
}
