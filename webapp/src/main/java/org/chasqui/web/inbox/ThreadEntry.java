package org.chasqui.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.messages.Cards;
import org.chasqui.web.messages.Preview;
import org.chasqui.web.messages.TemplateText;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A message in the thread: a bubble, or a note in the middle for what nobody wrote. */
public final class ThreadEntry {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Texts TYPES = Texts.of("messages");
    private static final List<String> EMOJIS = List.of("👍", "❤️", "😂", "😮", "🙏");
    private static final Set<String> DRAWN = Set.of(
            "text",
            "template",
            "button",
            "interactive",
            "location",
            "contacts",
            "order",
            "image",
            "video",
            "audio",
            "document",
            "sticker");

    private final MessageView message;
    private final @Nullable Quote quote;
    private final @Nullable ThreadMedia media;
    private final @Nullable TemplateText template;
    private final @Nullable String day;

    /**
     * @param quote the message that this one answers, when we have it
     * @param template the words of a template, when we have it
     * @param day the day, when it is the first message of that day in the thread; null otherwise
     */
    ThreadEntry(
            MessageView message,
            @Nullable Quote quote,
            @Nullable ThreadMedia media,
            @Nullable TemplateText template,
            @Nullable String day) {
        this.message = message;
        this.quote = quote;
        this.media = media;
        this.template = template;
        this.day = day;
    }

    public String getId() {
        return message.id().toString();
    }

    public @Nullable String getDay() {
        return day;
    }

    public boolean isOurs() {
        return message.direction() == Direction.OUTBOUND;
    }

    public String getType() {
        return message.type();
    }

    public Instant getAt() {
        return message.createdAt();
    }

    /** What a note in the middle says; null for bubbles. */
    public @Nullable String getNote() {
        var content = message.content();
        return switch (message.type()) {
            case "system" -> content.path("body").asText(TEXTS.get("note.system"));
            case "reaction" ->
                content.path("emoji").asText().isEmpty()
                        ? TEXTS.get("note.reaction.removed")
                        : TEXTS.get("note.reaction", content.path("emoji").asText());
            case "edit" -> TEXTS.get("note.edit");
            case "revoke" -> TEXTS.get("note.revoke");
            default -> null;
        };
    }

    public boolean isRevoked() {
        return message.notes().revokedAt() != null;
    }

    public boolean isEdited() {
        return message.notes().editedAt() != null;
    }

    public @Nullable Instant getEditedAt() {
        return message.notes().editedAt();
    }

    public boolean isForwarded() {
        var context = message.notes().context();
        return context != null
                && (context.path("forwarded").asBoolean()
                        || context.path("frequently_forwarded").asBoolean());
    }

    /** Whether it was written in the WhatsApp Business app and not here. */
    public boolean isFromApp() {
        return message.notes().origin() != null;
    }

    /** The title of the advertisement that the person came from; null when from none. */
    public @Nullable String getReferral() {
        var extra = message.notes().extra();
        var title = extra == null ? "" : extra.at("/referral/headline").asText();
        return title.isEmpty() ? null : title;
    }

    public @Nullable Quote getQuote() {
        return quote;
    }

    public @Nullable ThreadMedia getMedia() {
        return media;
    }

    public List<Part> getParts() {
        return Parts.of(message);
    }

    /** A kind that we do not draw, in words; null for those that we do. */
    public @Nullable String getUnknown() {
        boolean drawn = DRAWN.contains(message.type())
                && (isOurs() || !message.type().equals("interactive") || !isBare(message.content()));
        if (drawn) {
            return null;
        }
        var extra = message.notes().extra();
        var error = extra == null ? "" : extra.at("/errors/0/title").asText();
        if (message.type().equals("unsupported")) {
            var kind = message.content().path("type").asText();
            return error.isEmpty() ? TEXTS.get("unsupported", kind) : TEXTS.get("unsupported.why", kind, error);
        }
        var kind = TYPES.getOr("type." + message.type(), message.type());
        return error.isEmpty() ? TEXTS.get("unknown", kind) : TEXTS.get("unknown.why", kind, error);
    }

    /** An answer of a kind that nobody has told us of. */
    private static boolean isBare(JsonNode reply) {
        return Stream.of("button_reply", "list_reply", "nfm_reply", "call_permission_reply")
                .noneMatch(reply::has);
    }

    /** Name of the template; null for other types. */
    public @Nullable String getTemplate() {
        return message.template();
    }

    public String getHeader() {
        if (template != null) {
            return template.header();
        }
        return message.content().path("header").path("text").asText();
    }

    public String getText() {
        var content = message.content();
        return switch (message.type()) {
            case "text" -> content.path("body").asText();
            case "button" -> content.path("text").asText();
            case "order" -> content.path("text").asText();
            case "template" -> template == null ? Quote.line(message) : template.body();
            case "interactive" -> interactive(content);
            default -> content.path("caption").asText();
        };
    }

    /** The words that were tapped or written; a form has its answers as a part. */
    private String interactive(JsonNode content) {
        if (isOurs()) {
            return content.path("body").path("text").asText();
        }
        return content.has("nfm_reply") ? "" : Preview.of(message);
    }

    /** The second line of an answer from a list. */
    public String getSecond() {
        return message.content().path("list_reply").path("description").asText();
    }

    public String getFooter() {
        return template == null ? message.content().path("footer").path("text").asText() : template.footer();
    }

    /** What the person can tap. */
    public List<String> getButtons() {
        return template == null ? Cards.buttons(message.content()) : template.buttons();
    }

    /** Rows of a list, products, cards. */
    public List<Cards.Item> getItems() {
        return message.type().equals("interactive") && isOurs()
                ? Cards.items("interactive", message.content())
                : List.of();
    }

    /** What an interactive message is that has no words of its own, for example a product; null for others. */
    public @Nullable String getKind() {
        var kind = message.content().path("type").asText();
        return message.type().equals("interactive") && isOurs() && getText().isEmpty()
                ? TYPES.getOr("interactive." + kind, kind)
                : null;
    }

    public List<String> getReactions() {
        return message.notes().reactions().stream()
                .map(MessageNotes.Reaction::emoji)
                .toList();
    }

    /** The ticks of our messages: clock, one, two, blue, failed, or nothing. */
    public String getTicks() {
        return switch (message.status()) {
            case QUEUED, SENDING, UNCERTAIN -> "clock";
            case ACCEPTED, SENT -> "one";
            case DELIVERED -> "two";
            case READ, PLAYED -> "blue";
            case FAILED, EXPIRED, CANCELLED -> "failed";
            case RECEIVED -> "";
        };
    }

    public String getStatusText() {
        return Texts.of("shell").get("status." + message.status());
    }

    /** Why our message did not reach the person, or why nobody knows; null when all is well. */
    public @Nullable String getProblem() {
        var error = message.error();
        var ended = Set.of(
                        MessageStatus.FAILED, MessageStatus.UNCERTAIN, MessageStatus.EXPIRED, MessageStatus.CANCELLED)
                .contains(message.status());
        if (!ended) {
            return null;
        }
        var why = error == null ? "" : " · " + (error.code() == 0 ? "" : error.code() + " ") + error.title();
        return getStatusText() + why;
    }

    /** The reactions that we can give; the one that stands is taken back by giving it again. */
    public List<String> getEmojis() {
        return EMOJIS;
    }

    /** In one line, for the answer that is being written. */
    public String getLine() {
        return Quote.line(message);
    }

    /** Whether it can be answered and reacted to: Meta must know it. */
    public boolean isAnswerable() {
        return message.wamid() != null && !isRevoked() && getNote() == null;
    }
}
