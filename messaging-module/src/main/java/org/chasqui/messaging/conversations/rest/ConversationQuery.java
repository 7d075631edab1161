package org.chasqui.messaging.conversations.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of {@code GET /conversations}. */
public class ConversationQuery {
    @QueryParam("phone_number_id")
    @Parameter(description = "Only conversations of this number, by our id or Meta's.")
    @Nullable
    String phoneNumberId;

    @QueryParam("contact_id")
    @Parameter(description = "Only conversations with this contact.")
    @Nullable
    String contactId;

    @QueryParam("window")
    @Parameter(description = "open or closed: whether the customer service window is open now")
    @Nullable
    String window;

    @QueryParam("since")
    @Parameter(description = "Only conversations in which the person wrote, or which began, at or after this time.")
    @Nullable
    String since;

    @Nullable
    Boolean open() {
        if (window == null) {
            return null;
        }
        return switch (window) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw RequestFailed.invalid("window", "must be open or closed.");
        };
    }

    @Nullable
    Instant since() {
        if (since == null) {
            return null;
        }
        try {
            return Instant.parse(since);
        } catch (DateTimeParseException noTime) {
            throw RequestFailed.invalid("since", "must be a time such as 2026-11-22T08:00:00Z.");
        }
    }

    @Nullable
    UUID contact() {
        if (contactId == null) {
            return null;
        }
        try {
            return UUID.fromString(contactId);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.invalid("contact_id", "must be the id of a contact.");
        }
    }
}
