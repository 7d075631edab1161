package org.chasqui.web.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.web.messages.TemplateWords;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Puts the messages of a conversation together as a thread. */
@RequestScoped
class Threads {
    private static final Texts TEXTS = Texts.of("inbox");
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final Set<String> ABOUT_OTHERS = Set.of("reaction", "edit", "revoke");

    @Inject
    Messages messages;

    @Inject
    Media media;

    @Inject
    TemplateWords words;

    @Inject
    Formats formats;

    /**
     * The latest messages, the oldest of them first.
     *
     * @param more whether there are earlier ones
     */
    record Piece(
            List<ThreadEntry> entries,
            boolean more,
            @Nullable MessageView lastOfPerson) {}

    Piece latest(UUID workspaceId, UUID conversationId, int most, String personName) {
        var newestFirst = messages.list(workspaceId, MessageFilter.ofConversation(conversationId), most + 1, null);
        var shown = new ArrayList<>(newestFirst.subList(0, Math.min(most, newestFirst.size())));
        Collections.reverse(shown);
        var byWamid = new HashMap<String, MessageView>();
        MessageView lastOfPerson = null;
        for (var message : shown) {
            if (message.wamid() != null) {
                byWamid.put(message.wamid(), message);
            }
            lastOfPerson = message.direction() == Direction.INBOUND && message.wamid() != null ? message : lastOfPerson;
        }
        var entries = new ArrayList<ThreadEntry>();
        String day = null;
        for (var message : shown) {
            if (isSeenElsewhere(message, byWamid)) {
                continue;
            }
            var today = day(message.createdAt());
            entries.add(entry(workspaceId, message, byWamid, personName, today.equals(day) ? null : today));
            day = today;
        }
        return new Piece(List.copyOf(entries), newestFirst.size() > most, lastOfPerson);
    }

    private String day(Instant at) {
        var day = formats.dayUnlessToday(at);
        if (day.isEmpty()) {
            return TEXTS.get("day.today");
        }
        return day.equals(formats.dayUnlessToday(formats.now().minus(Duration.ofDays(1))))
                ? TEXTS.get("day.yesterday")
                : day;
    }

    /** A reaction, an edit and a deletion are drawn on the message that they are about. */
    private static boolean isSeenElsewhere(MessageView message, Map<String, MessageView> byWamid) {
        if (!ABOUT_OTHERS.contains(message.type())) {
            return false;
        }
        var content = message.content();
        var target = content.path("message_id")
                .asText(content.path("original_message_id").asText());
        return byWamid.containsKey(target);
    }

    private ThreadEntry entry(
            UUID workspaceId,
            MessageView message,
            Map<String, MessageView> byWamid,
            String personName,
            @Nullable String day) {
        var context = message.notes().context();
        var answered = message.replyTo() != null
                ? message.replyTo()
                : context == null ? "" : context.path("id").asText();
        var quoted = answered.isEmpty()
                ? Optional.<MessageView>empty()
                : Optional.ofNullable(byWamid.get(answered)).or(() -> messages.find(workspaceId, answered));
        return new ThreadEntry(
                message,
                quoted.map(original -> new Quote(original, personName)).orElse(null),
                media(workspaceId, message),
                words.of(message),
                day);
    }

    /** The file of a message: the message itself, or the header of a template or of buttons. */
    private @Nullable ThreadMedia media(UUID workspaceId, MessageView message) {
        if (MEDIA.contains(message.type())) {
            return message.direction() == Direction.INBOUND
                    // The file of a person has the id of its message.
                    ? media(
                            workspaceId,
                            message.type(),
                            message.content(),
                            message.id().toString())
                    : media(workspaceId, message.type(), message.content());
        }
        for (var header : headers(message)) {
            var type = header.path("type").asText();
            if (MEDIA.contains(type)) {
                return media(workspaceId, type, header.path(type));
            }
        }
        return null;
    }

    private static Iterable<JsonNode> headers(MessageView message) {
        var content = message.content();
        if (message.type().equals("interactive")) {
            return List.of(content.path("header"));
        }
        for (var component : content.path("components")) {
            if (message.type().equals("template")
                    && component.path("type").asText().equalsIgnoreCase("header")) {
                return component.path("parameters");
            }
        }
        return List.of();
    }

    private ThreadMedia media(UUID workspaceId, String type, JsonNode content) {
        return media(
                workspaceId,
                type,
                content,
                content.path("asset").asText(content.path("id").asText()));
    }

    private ThreadMedia media(UUID workspaceId, String type, JsonNode content, String id) {
        return new ThreadMedia(type, content, id.isEmpty() ? Optional.empty() : media.find(workspaceId, id));
    }
}
