package org.chasqui.messaging.messages.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.messages.Attempt;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageError;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Pricing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as the API prints it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Message", description = "A message with every step that is known.")
public record MessageResponse(
        @Schema(description = "Our id (UUIDv7).") UUID id,

        @Schema(description = "Meta's id; absent until Meta accepted the message.") @Nullable
        String wamid,

        @Schema(description = "Meta's id of the number.", example = "106540352242922")
        String phoneNumberId,

        @Schema(description = "The person, in E.164 where a phone number is known.", example = "+5511955501234")
        @Nullable
        String to,

        @Schema(description = "The person who wrote an inbound message.") @Nullable
        String from,

        @Schema(description = "Cloud API type.", example = "text")
        String type,

        @Schema(
                description =
                        "queued, sending, accepted, sent, delivered, read, played, failed, uncertain, expired, cancelled or received",
                example = "delivered")
        String status,

        @Schema(description = "outbound or inbound", example = "outbound")
        String direction,

        @Schema(description = "Name of the template, for template messages.") @Nullable
        String template,

        @Schema(description = "marketing, utility, authentication or service", example = "service") @Nullable
        String category,

        @Schema(description = "The object of its type, as the Cloud API has it.", implementation = Object.class)
        JsonNode content,

        @Schema(description = "Meta's id of the message that this one answers.") @Nullable
        String replyTo,

        @Schema(description = "The conversation it belongs to.") @Nullable
        UUID conversationId,

        @Schema(description = "When it was accepted here, or written by the person.")
        Instant createdAt,

        @Schema(description = "When it is no longer worth sending.") @Nullable
        Instant expiresAt,

        @Schema(description = "Every step that is known, in the order of time.")
        List<Step> steps,

        @Schema(description = "Why it failed, or why its outcome is unknown.") @Nullable
        Problem error,

        @Schema(description = "What Meta said about its price.") @Nullable
        Price pricing,

        @Schema(
                description = "Meta's context: the message that this one answers (id, from), or forwarded.",
                implementation = Object.class)
        @Nullable
        JsonNode context,

        @Schema(
                description = "The advertisement or post from which the person came, as Meta tells it.",
                implementation = Object.class)
        @Nullable
        JsonNode referral,

        @Schema(
                description = "What else Meta sent with the message: errors, identity, from_user_id, group_id …",
                implementation = Object.class)
        @Nullable
        JsonNode extra,

        @Schema(description = "business_app when it was written in the WhatsApp Business app.") @Nullable
        String origin,

        @Schema(description = "When the person last edited it; content is the edited one.") @Nullable
        Instant editedAt,

        @Schema(description = "What the content was before each edit, the oldest first.") @Nullable
        List<Version> versions,

        @Schema(description = "When its writer deleted it for everyone; the content is kept.") @Nullable
        Instant revokedAt,

        @Schema(description = "The reactions that stand now.") @Nullable
        List<Reaction> reactions,

        @Schema(description = "The calls to Meta; only for a single message.") @Nullable
        List<Call> attempts) {

    /** What the content was before an edit. */
    @Schema(name = "MessageVersion", description = "What the content was before an edit.")
    public record Version(
            @Schema(description = "Since when.") Instant at,

            @Schema(description = "The object of its type.", implementation = Object.class)
            JsonNode content) {}

    /** A reaction that stands. */
    @Schema(name = "MessageReaction", description = "A reaction that stands now.")
    public record Reaction(
            @Schema(description = "inbound: the person reacted; outbound: we did.", example = "inbound")
            String direction,

            @Schema(description = "The emoji.", example = "👍")
            String emoji,

            @Schema(description = "When.") Instant at) {}

    /** One step. */
    @Schema(name = "MessageStep", description = "A step in the life of a message.")
    public record Step(
            @Schema(description = "The status that was reached.", example = "sent")
            String status,

            @Schema(description = "When.") Instant at) {}

    /** Why a message failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MessageProblem", description = "What went wrong, in Meta's words, and what to do.")
    public record Problem(
            @Schema(description = "Meta's error code; 0 when it is not Meta's.", example = "131047")
            int code,

            @Schema(description = "Meta's short words.") String title,

            @Schema(description = "Meta's details.") @Nullable
            String details,

            @Schema(description = "What to do about it.") String advice) {}

    /** What Meta said about the price. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MessagePricing", description = "Pricing as Meta told it in its status webhooks.")
    public record Price(
            @Schema(description = "PMP (per message) or CBP (per conversation).") @Nullable
            String model,

            @Schema(description = "regular, free_customer_service or free_entry_point") @Nullable
            String type,

            @Schema(description = "Category that decides the price.") @Nullable
            String category,

            @Schema(description = "Whether Meta bills it.") @Nullable
            Boolean billable) {}

    /** One call to Meta. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MessageAttempt", description = "One call to Meta for this message.")
    public record Call(
            @Schema(description = "1 for the first.") int number,
            @Schema(description = "When the call began.") Instant at,

            @Schema(description = "accepted, refused, throttled, not_sent or ambiguous")
            String outcome,

            @Schema(description = "HTTP status of the answer.") @Nullable
            Integer httpStatus,

            @Schema(description = "Meta's error code.") @Nullable
            Integer code,

            @Schema(description = "What happened.") @Nullable
            String detail,

            @Schema(description = "How long the call took, in milliseconds.")
            long durationMs,

            @Schema(description = "Whether it repeated a call whose outcome was unknown.")
            boolean resend) {}

    /** A message of a list, without its calls. */
    public static MessageResponse of(MessageView view) {
        return of(view, null);
    }

    static MessageResponse of(MessageView view, @Nullable List<Attempt> attempts) {
        var extra = view.notes().extra();
        boolean outbound = view.direction() == Direction.OUTBOUND;
        var person = view.peer().chars().allMatch(Character::isDigit) ? "+" + view.peer() : view.peer();
        return new MessageResponse(
                view.id(),
                view.wamid(),
                view.phoneNumberId(),
                outbound ? person : null,
                outbound ? null : person,
                view.type(),
                view.status().wireName(),
                outbound ? "outbound" : "inbound",
                view.template(),
                view.category(),
                view.content(),
                view.replyTo(),
                view.conversationId(),
                view.createdAt(),
                view.expiresAt(),
                view.steps().stream()
                        .map(step -> new Step(step.status().wireName(), step.at()))
                        .toList(),
                problem(view.error()),
                price(view.pricing()),
                view.notes().context(),
                extra == null ? null : extra.get("referral"),
                without(extra, "referral"),
                view.notes().origin(),
                view.notes().editedAt(),
                versions(view.notes()),
                view.notes().revokedAt(),
                reactions(view.notes()),
                attempts == null
                        ? null
                        : attempts.stream().map(MessageResponse::call).toList());
    }

    private static @Nullable JsonNode without(@Nullable JsonNode extra, String name) {
        if (extra == null || !extra.isObject()) {
            return extra;
        }
        var rest = ((ObjectNode) extra).deepCopy().without(name);
        return rest.isEmpty() ? null : rest;
    }

    private static @Nullable List<Version> versions(MessageNotes notes) {
        return notes.versions().isEmpty()
                ? null
                : notes.versions().stream()
                        .map(version -> new Version(version.at(), version.content()))
                        .toList();
    }

    private static @Nullable List<Reaction> reactions(MessageNotes notes) {
        return notes.reactions().isEmpty()
                ? null
                : notes.reactions().stream()
                        .map(reaction -> new Reaction(
                                reaction.by() == Direction.OUTBOUND ? "outbound" : "inbound",
                                reaction.emoji(),
                                reaction.at()))
                        .toList();
    }

    private static @Nullable Problem problem(@Nullable MessageError error) {
        return error == null ? null : new Problem(error.code(), error.title(), error.details(), error.advice());
    }

    private static @Nullable Price price(@Nullable Pricing pricing) {
        return pricing == null
                ? null
                : new Price(pricing.model(), pricing.type(), pricing.category(), pricing.billable());
    }

    private static Call call(Attempt attempt) {
        return new Call(
                attempt.number(),
                attempt.at(),
                attempt.outcome(),
                attempt.httpStatus(),
                attempt.code(),
                attempt.detail(),
                attempt.durationMillis(),
                attempt.resend());
    }
}
