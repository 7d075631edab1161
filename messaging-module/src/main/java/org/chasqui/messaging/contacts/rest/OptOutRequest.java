package org.chasqui.messaging.contacts.rest;

import java.util.Set;
import org.chasqui.messaging.contacts.Consent;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /contacts/{id}/opt_out}; it may be left out. */
@Schema(name = "OptOutRequest", description = "What the person does not want.")
public record OptOutRequest(
        @Schema(description = "marketing (default), utility, authentication, service, or all", example = "marketing")
        @Nullable
        String category,

        @Schema(description = "How you know, for your own records; up to 200 characters.", example = "by telephone")
        @Nullable
        String detail) {

    private static final Set<String> CATEGORIES =
            Set.of(Consent.MARKETING, "utility", "authentication", Consent.SERVICE, Consent.ALL);
    private static final int LONGEST_DETAIL = 200;

    String checkedCategory() {
        var wanted = category == null ? Consent.MARKETING : category;
        if (!CATEGORIES.contains(wanted)) {
            throw unknown();
        }
        return wanted;
    }

    @Nullable
    String checkedDetail() {
        if (detail != null && (detail.length() > LONGEST_DETAIL || detail.indexOf('\0') >= 0)) {
            throw RequestFailed.invalid("detail", "must have at most " + LONGEST_DETAIL + " characters.");
        }
        return detail;
    }

    static RequestFailed unknown() {
        return RequestFailed.invalid("category", "must be marketing, utility, authentication, service or all.");
    }

    static boolean isKnown(String category) {
        return CATEGORIES.contains(category);
    }
}
