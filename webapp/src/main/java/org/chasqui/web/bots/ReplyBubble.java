package org.chasqui.web.bots;

import java.util.List;
import org.chasqui.messaging.bots.Reply;
import org.chasqui.web.messages.Cards;
import org.chasqui.web.messages.Preview;
import org.chasqui.web.messages.TemplateText;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a bot would say, as the person would see it. */
public final class ReplyBubble {
    private static final Texts TYPES = Texts.of("messages");

    private final Reply reply;
    private final @Nullable TemplateText words;

    ReplyBubble(Reply reply) {
        this(reply, null);
    }

    /** @param words of the template, when it is one and they are known */
    ReplyBubble(Reply reply, @Nullable TemplateText words) {
        this.reply = reply;
        this.words = words;
    }

    /** Name of the template; null for other types. */
    public @Nullable String getTemplate() {
        return reply.type().equals("template") ? reply.content().path("name").asText() : null;
    }

    /** The kind of a message that is not made of words; null for texts, templates and choices. */
    public @Nullable String getKind() {
        return switch (reply.type()) {
            case "text", "template", "interactive" -> null;
            default -> TYPES.getOr("type." + reply.type(), reply.type());
        };
    }

    public String getIcon() {
        return switch (reply.type()) {
            case "image" -> "image";
            case "video" -> "video";
            case "audio" -> "audio-lines";
            case "document" -> "file";
            case "sticker" -> "sticker";
            case "location" -> "map-pin";
            case "contacts" -> "user-round";
            default -> "list";
        };
    }

    public String getHeader() {
        if (words != null) {
            return words.header();
        }
        var text = reply.content().path("header").path("text").asText();
        return text.isEmpty() ? reply.content().path("filename").asText() : text;
    }

    public String getText() {
        if (words != null) {
            return words.body();
        }
        return switch (reply.type()) {
            case "text" -> reply.content().path("body").asText();
            case "interactive" -> reply.content().path("body").path("text").asText();
            case "contacts" -> "";
            case "document" -> reply.content().path("caption").asText();
            default -> Preview.of(reply.type(), reply.content());
        };
    }

    public String getFooter() {
        return words != null
                ? words.footer()
                : reply.content().path("footer").path("text").asText();
    }

    public List<Cards.Item> getItems() {
        return Cards.items(reply.type(), reply.content());
    }

    public List<String> getFacts() {
        return reply.type().equals("template") ? List.of() : Cards.facts(reply.type(), reply.content());
    }

    public List<String> getButtons() {
        return words != null ? words.buttons() : Cards.buttons(reply.content());
    }
}
