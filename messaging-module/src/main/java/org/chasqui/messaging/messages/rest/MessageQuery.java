package org.chasqui.messaging.messages.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestone;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of {@code GET /messages}. */
public class MessageQuery {
    @QueryParam("phone_number_id")
    @Parameter(description = "Only messages of this number, by our id or Meta's.")
    @Nullable
    String phoneNumberId;

    @QueryParam("to")
    @Parameter(description = "Only messages with this person, a phone number in international form.")
    @Nullable
    String to;

    @QueryParam("status")
    @Parameter(description = "Only messages with one of these statuses, separated by commas.")
    @Nullable
    String status;

    @QueryParam("direction")
    @Parameter(description = "outbound or inbound")
    @Nullable
    String direction;

    @QueryParam("type")
    @Parameter(description = "Only messages of this Cloud API type.")
    @Nullable
    String type;

    @QueryParam("category")
    @Parameter(description = "marketing, utility, authentication or service")
    @Nullable
    String category;

    @QueryParam("since")
    @Parameter(description = "Only messages created at or after this time (ISO-8601).")
    @Nullable
    String since;

    @QueryParam("until")
    @Parameter(description = "Only messages created before this time (ISO-8601).")
    @Nullable
    String until;

    @QueryParam("campaign")
    @Parameter(description = "Only messages of this campaign.")
    @Nullable
    String campaign;

    @QueryParam("reached")
    @Parameter(
            description =
                    "Only messages that have passed this step, whatever became of them later: accepted, sent, delivered,"
                            + " read or replied.")
    @Nullable
    String reached;

    /**
     * The filter that the query asks for.
     *
     * @param onlyNumber the one number that the caller may see; empty when it may see all
     */
    MessageFilter filter(Optional<UUID> onlyNumber) {
        if (phoneNumberId != null && onlyNumber.isPresent()) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "This API key is bound to one number and lists its messages: leave phone_number_id out.");
        }
        return new MessageFilter(
                onlyNumber.map(UUID::toString).orElse(phoneNumberId),
                null,
                peer(),
                statuses(),
                direction(),
                type,
                category,
                time("since", since),
                time("until", until),
                reached(),
                campaign(),
                null,
                null);
    }

    private @Nullable UUID campaign() {
        try {
            return campaign == null ? null : UUID.fromString(campaign);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.invalid("campaign", "must be the id of a campaign.");
        }
    }

    private @Nullable String peer() {
        if (to == null) {
            return null;
        }
        // An unescaped plus sign in a query means a space.
        return PhoneNumber.parse(to.strip()).map(PhoneNumber::digits).orElse(to);
    }

    private Set<MessageStatus> statuses() {
        var wanted = EnumSet.noneOf(MessageStatus.class);
        if (status != null) {
            Arrays.stream(status.split(","))
                    .map(word -> MessageStatus.ofWireName(word.strip())
                            .orElseThrow(() -> RequestFailed.invalid("status", "there is no status " + word + ".")))
                    .forEach(wanted::add);
        }
        return wanted;
    }

    private @Nullable Direction direction() {
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case "outbound" -> Direction.OUTBOUND;
            case "inbound" -> Direction.INBOUND;
            default -> throw RequestFailed.invalid("direction", "must be outbound or inbound.");
        };
    }

    private @Nullable Milestone reached() {
        return reached == null
                ? null
                : Milestone.ofWireName(reached)
                        .orElseThrow(() -> RequestFailed.invalid(
                                "reached", "must be accepted, sent, delivered, read or replied."));
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw RequestFailed.invalid(field, "must be a time such as 2026-11-22T08:00:00Z.");
        }
    }
}
