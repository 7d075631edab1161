package org.chasqui.api.botmaker.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.api.botmaker.notes.Outgoing;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;

/**
 * An entry of {@code messages[]} as the official API can send it: text, a menu of buttons, a file, a place, a person's card, or
 * what is WhatsApp's own ({@code whatsappInteractive}). An entry may hold several of them; each becomes a message, in this order.
 */
public final class MessageMapping {
    private static final Set<String> WITH_CAPTION = Set.of("image", "video", "document");

    private MessageMapping() {}

    /**
     * Maps an entry, and checks it against Meta's limits.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field as the client wrote it
     */
    public static List<Outgoing> of(Arguments entry) {
        var parts = new ArrayList<Outgoing>();
        var text = entry.text("text");
        var media = entry.object("media");
        var buttons = entry.objects("buttons");
        var file = media.names().isEmpty() ? null : MediaMapping.of(media);
        boolean isCaption = file != null && buttons.isEmpty() && WITH_CAPTION.contains(file.type());
        if (!buttons.isEmpty()) {
            parts.add(ButtonMenu.of(entry, buttons));
        } else if (text.isPresent() && !isCaption) {
            parts.add(text(text.get()));
        }
        if (file != null) {
            parts.add(isCaption && text.isPresent() ? file.with(text.get()).outgoing() : file.outgoing());
        }
        var location = entry.object("location");
        if (!location.names().isEmpty()) {
            parts.add(place(location));
        }
        var contact = entry.object("contact");
        if (!contact.names().isEmpty()) {
            parts.add(CardMapping.of(contact));
        }
        var interactive = entry.object("whatsappInteractive");
        if (!interactive.names().isEmpty()) {
            parts.add(InteractiveMapping.of(interactive));
        }
        if (parts.isEmpty()) {
            throw RequestFailed.invalid(
                    entry.path("text"), "is required, or buttons, media, location, contact or whatsappInteractive.");
        }
        var payload = entry.text("webhookPayload").orElse(null);
        return parts.stream()
                .map(part -> checked(part.with(payload), entry.path("")))
                .toList();
    }

    private static Outgoing text(String text) {
        return new Outgoing(
                "text", JsonNodeFactory.instance.objectNode().put("body", text).put("preview_url", true), null);
    }

    /** Botmaker writes degrees as texts. */
    private static Outgoing place(Arguments location) {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("latitude", degrees(location, "latitude")).put("longitude", degrees(location, "longitude"));
        location.text("name").ifPresent(name -> content.put("name", name));
        location.text("address").ifPresent(address -> content.put("address", address));
        return new Outgoing("location", content, null);
    }

    private static BigDecimal degrees(Arguments location, String name) {
        return location.number(name)
                .orElseThrow(() ->
                        RequestFailed.invalid(location.path(name), "is required: degrees, for example -34.603722."));
    }

    /** Meta's names of fields say little to who has written others: the entry is named, and the field goes into the sentence. */
    private static Outgoing checked(Outgoing part, String path) {
        try {
            MessageContent.check(part.type(), part.content());
            return part;
        } catch (RequestFailed failed) {
            var entry = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
            throw RequestFailed.invalid(failed.fields().stream()
                    .map(field -> new FieldError(entry, field.field() + " " + field.message()))
                    .toList());
        }
    }
}
