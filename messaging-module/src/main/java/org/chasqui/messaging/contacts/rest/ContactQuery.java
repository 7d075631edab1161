package org.chasqui.messaging.contacts.rest;

import jakarta.ws.rs.QueryParam;
import org.chasqui.messaging.contacts.ContactFilter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of {@code GET /contacts}. */
public class ContactQuery {
    @QueryParam("q")
    @Parameter(description = "Part of a name, a user name or a number.")
    @Nullable
    String text;

    @QueryParam("tag")
    @Parameter(description = "Only people with this tag.")
    @Nullable
    String tag;

    @QueryParam("opted_out")
    @Parameter(
            description =
                    "Only people who do not want this category: marketing, utility, authentication, service, all.")
    @Nullable
    String optedOut;

    ContactFilter filter() {
        if (optedOut != null && !OptOutRequest.isKnown(optedOut)) {
            throw OptOutRequest.unknown();
        }
        return new ContactFilter(clean(text), clean(tag), optedOut);
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
    }
}
