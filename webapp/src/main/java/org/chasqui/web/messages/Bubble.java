package org.chasqui.web.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The message as the person sees it, as far as we hold its words. */
public final class Bubble {
    private static final Texts TEXTS = Texts.of("messages");

    private final MessageView message;
    private final @Nullable TemplateText words;
    private final boolean showsPhones;

    /** @param words of the template, when it is one and we have them */
    Bubble(MessageView message, @Nullable TemplateText words, boolean showsPhones) {
        this.message = message;
        this.words = words;
        this.showsPhones = showsPhones;
    }

    public boolean isInbound() {
        return message.direction() == Direction.INBOUND;
    }

    /** Name of the template; null for other types. */
    public @Nullable String getTemplate() {
        return message.template();
    }

    public String getLanguage() {
        return message.content().path("language").path("code").asText();
    }

    /** The values that fill a template whose words we do not have. */
    public List<String> getValues() {
        return words == null ? Preview.parameters(message.content()) : List.of();
    }

    /** The kind of a message that is not made of words, for example a picture; null for texts. */
    public @Nullable String getKind() {
        return switch (message.type()) {
            case "text", "template", "button", "reaction" -> null;
            case "interactive" ->
                TEXTS.getOr(
                        "interactive." + message.content().path("type").asText(),
                        TEXTS.getOr("type.interactive", "interactive"));
            default -> TEXTS.getOr("type." + message.type(), message.type());
        };
    }

    public String getIcon() {
        return new MessageRow(message, "").getTypeIcon();
    }

    public String getText() {
        return switch (message.type()) {
            case "text" -> message.content().path("body").asText();
            case "template" -> words == null ? "" : words.body();
            case "contacts", "order", "reaction" -> "";
            case "document" -> message.content().path("caption").asText();
            default -> Preview.of(message);
        };
    }

    /** The emoji of a reaction; null for other types. */
    public @Nullable String getEmoji() {
        return message.type().equals("reaction") ? Preview.of(message) : null;
    }

    /** The line above the text: of an interactive message, or the name of a file. */
    public String getHeader() {
        if (words != null) {
            return words.header();
        }
        var header = message.content().path("header");
        var text = header.path("text").asText();
        return text.isEmpty() ? message.content().path("filename").asText() : text;
    }

    public String getFooter() {
        return words != null
                ? words.footer()
                : message.content().path("footer").path("text").asText();
    }

    /** What can be tapped. */
    public List<String> getButtons() {
        return words != null ? words.buttons() : Cards.buttons(message.content());
    }

    /** Rows of a list, products, contacts, cards: each with a line below. */
    public List<Cards.Item> getItems() {
        var content = message.content();
        return Cards.items(message.type(), showsPhones ? content : Copied.masked(content));
    }

    /** What else is known of it: kind of file, address, coordinates. */
    public List<String> getFacts() {
        return Cards.facts(message.type(), message.content());
    }

    /** Whether its writer deleted it for everyone. */
    public boolean isRevoked() {
        return message.notes().revokedAt() != null;
    }

    /** What stands above it: forwarded, written elsewhere, edited, deleted. */
    public List<String> getNotes() {
        var notes = new ArrayList<String>();
        var beside = message.notes();
        var context = beside.context();
        if (context != null
                && (context.path("forwarded").asBoolean()
                        || context.path("frequently_forwarded").asBoolean())) {
            notes.add(TEXTS.get(
                    context.path("frequently_forwarded").asBoolean() ? "bubble.forwardedOften" : "bubble.forwarded"));
        }
        if (beside.origin() != null) {
            notes.add(TEXTS.get("bubble.origin"));
        }
        var extra = beside.extra();
        if (extra != null && extra.has("referral")) {
            notes.add(TEXTS.get("bubble.referral") + " "
                    + extra.path("referral").path("headline").asText());
        }
        if (beside.editedAt() != null) {
            notes.add(TEXTS.get("bubble.edited"));
        }
        if (isRevoked()) {
            notes.add(TEXTS.get("bubble.revoked"));
        }
        return notes;
    }

    /** WhatsApp's id of the message that this one answers or is about; null when there is none. */
    public @Nullable String getAbout() {
        var reply = message.replyTo();
        if (reply != null) {
            return reply;
        }
        var context = message.notes().context();
        var content = message.content();
        var about = List.of(
                context == null
                        ? ""
                        : context.path("id").asText(context.path("message_id").asText()),
                content.path("message_id").asText(),
                content.path("original_message_id").asText());
        return about.stream().filter(id -> !id.isEmpty()).findFirst().orElse(null);
    }

    /** The emojis that stand on it. */
    public String getReactions() {
        return message.notes().reactions().stream()
                .map(MessageNotes.Reaction::emoji)
                .collect(Collectors.joining(" "));
    }

    /** What it said before each edit, the oldest first. */
    public List<String> getVersions() {
        return message.notes().versions().stream()
                .map(version -> Preview.of(message.type(), version.content()))
                .toList();
    }

    public Instant getAt() {
        return message.createdAt();
    }

    /** The ticks: none, one, two, or two blue ones. */
    public String getTicks() {
        return switch (message.status()) {
            case ACCEPTED, SENT -> "one";
            case DELIVERED -> "two";
            case READ, PLAYED -> "blue";
            default -> "";
        };
    }
}
