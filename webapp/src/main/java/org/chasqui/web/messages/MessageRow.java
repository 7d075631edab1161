package org.chasqui.web.messages;

import java.time.Instant;
import java.util.Map;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.web.shell.NumberTag;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A message in the table. Phone numbers are masked. */
public final class MessageRow {
    private static final Texts TEXTS = Texts.of("messages");
    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("text", "text"),
            Map.entry("template", "file-text"),
            Map.entry("image", "image"),
            Map.entry("audio", "audio-lines"),
            Map.entry("video", "video"),
            Map.entry("document", "file"),
            Map.entry("sticker", "sticker"),
            Map.entry("location", "map-pin"),
            Map.entry("contacts", "users-round"),
            Map.entry("reaction", "smile"),
            Map.entry("interactive", "list"),
            Map.entry("button", "mouse-pointer-click"),
            Map.entry("order", "table-2"),
            Map.entry("system", "info"),
            Map.entry("edit", "reply"),
            Map.entry("revoke", "ban"),
            Map.entry("unsupported", "circle-help"));

    private final MessageView message;
    private final String numberName;

    MessageRow(MessageView message, String numberName) {
        this.message = message;
        this.numberName = numberName;
    }

    static MessageRow of(MessageView message, Shell shell) {
        return new MessageRow(
                message,
                shell.number(message.numberId()).map(NumberTag::getName).orElse(message.phoneNumberId()));
    }

    public String getId() {
        return message.id().toString();
    }

    public Instant getAt() {
        return message.createdAt();
    }

    public boolean isInbound() {
        return message.direction() == Direction.INBOUND;
    }

    /** The person's name, or the masked number where the name is unknown. */
    public String getName() {
        var name = message.peerName();
        return name == null || name.isBlank() ? Formats.mask(message.peer()) : name;
    }

    public String getPeer() {
        return Formats.mask(message.peer());
    }

    public boolean isNamed() {
        var name = message.peerName();
        return name != null && !name.isBlank();
    }

    public String getNumberName() {
        return numberName;
    }

    public String getTypeIcon() {
        return icon(message.type());
    }

    /** The icon of a type of message. */
    public static String icon(String type) {
        return ICONS.getOrDefault(type, "info");
    }

    public String getTypeText() {
        return TEXTS.getOr("type." + message.type(), message.type());
    }

    public @Nullable String getTemplate() {
        return message.template();
    }

    public String getPreview() {
        return Preview.of(message);
    }

    public String getStatus() {
        return StatusLook.word(message.status());
    }

    public String getColour() {
        return StatusLook.colour(message.status());
    }

    /** Meta's error code; null when there is none. */
    public @Nullable Integer getCode() {
        var error = message.error();
        return error == null || error.code() == 0 ? null : error.code();
    }

    /** Why, for the tip of the status. */
    public @Nullable String getReason() {
        var error = message.error();
        return error == null ? null : error.title();
    }

    public String getCategory() {
        var category = message.category();
        return category == null ? "–" : TEXTS.getOr("category." + category, category);
    }
}
