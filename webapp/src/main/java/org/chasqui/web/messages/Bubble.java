package org.chasqui.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The message as the person sees it, as far as we hold its words. */
public final class Bubble {
    private static final Texts TEXTS = Texts.of("messages");

    private final MessageView message;

    Bubble(MessageView message) {
        this.message = message;
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

    /** The values that fill the template. */
    public List<String> getValues() {
        return Preview.parameters(message.content());
    }

    /** The kind of a message that is not made of words, for example a picture; null for texts. */
    public @Nullable String getKind() {
        return switch (message.type()) {
            case "text", "template", "button", "interactive", "reaction" -> null;
            default -> TEXTS.getOr("type." + message.type(), message.type());
        };
    }

    public String getIcon() {
        return new MessageRow(message, "").getTypeIcon();
    }

    public String getText() {
        if (message.type().equals("text")) {
            return message.content().path("body").asText();
        }
        return message.type().equals("template") ? "" : Preview.of(message);
    }

    public String getFooter() {
        return message.content().path("footer").path("text").asText();
    }

    /** What can be tapped. */
    public List<String> getButtons() {
        var buttons = new ArrayList<String>();
        var action = message.content().path("action");
        for (JsonNode button : action.path("buttons")) {
            buttons.add(button.path("reply").path("title").asText());
        }
        if (action.has("button")) {
            buttons.add(action.path("button").asText());
        }
        return buttons;
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
