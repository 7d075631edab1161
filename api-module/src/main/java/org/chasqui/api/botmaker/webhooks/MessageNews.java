package org.chasqui.api.botmaker.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.botmaker.messages.Files;
import org.chasqui.api.botmaker.messages.Origins;
import org.chasqui.api.botmaker.notes.MessageNote;
import org.chasqui.api.botmaker.notes.NoteStore;
import org.chasqui.api.botmaker.notifications.NotificationStore;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.botmaker.templates.TemplateTexts;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.Content;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Messages of people, of bots and of the team, and what becomes of those that go out. */
@ApplicationScoped
class MessageNews {
    /** Seed 002 has Delivered, Read, Received and Error; which of Meta's words Received stands for is our reading. */
    private static final Map<String, String> STATUSES = Map.of(
            "message.sent", "received",
            "message.delivered", "delivered",
            "message.read", "read",
            "message.failed", "error",
            "message.expired", "error",
            "message.cancelled", "error");

    @Inject
    Messages messages;

    @Inject
    Origins origins;

    @Inject
    NoteStore notes;

    @Inject
    NotificationStore notifications;

    @Inject
    Files files;

    @Inject
    TemplateTexts texts;

    @Inject
    Frame frame;

    /** The notification of an event; empty when the endpoint does not want it, or the message was removed for its age. */
    Optional<ObjectNode> worded(Switches wanted, EventView event, ObjectNode data) {
        boolean isMessage =
                event.type().equals("message.received") || event.type().equals("message.accepted");
        var status = STATUSES.get(event.type());
        if (!isMessage && status == null) {
            return Optional.empty();
        }
        boolean isTemplate = data.hasNonNull("template");
        if (status != null && !wanted.wantsStatusOf(isTemplate)) {
            return Optional.empty();
        }
        return messages.find(event.workspaceId(), data.path("id").asText()).flatMap(message -> {
            var note = notes.find(message.id()).orElse(null);
            return status == null
                    ? message(wanted, message, note)
                    : Optional.of(status(message, note, status, event, data));
        });
    }

    private Optional<ObjectNode> message(Switches wanted, MessageView message, @Nullable MessageNote note) {
        var from = origins.of(message.workspaceId(), List.of(message)).get(message.id());
        boolean isWanted = from == Origins.From.USER && wanted.user()
                || from == Origins.From.BOT && wanted.bot()
                || from == Origins.From.AGENT && wanted.agent();
        if (from == null || !isWanted) {
            return Optional.empty();
        }
        var told = framed("message", message, note);
        if (note != null && note.variables() != null && wanted.variableChanges()) {
            told.set("variables", tree(note.variables()));
        }
        var entry = told.putArray("messages").addObject();
        entry.put("_id", BotmakerId.of(message.id()))
                .put("date", Times.iso(message.createdAt()))
                // Here the team is called operator, in listings agent.
                .put("from", from == Origins.From.AGENT ? "operator" : from.wireName())
                .put("fromName", from == Origins.From.USER ? message.peerName() : null);
        var content = Content.of(message, files.url(message));
        texts.of(List.of(message)).values().forEach(text -> content.put("text", text));
        flat(entry, message, content);
        return Optional.of(told);
    }

    /** Webhooks have text and files beside each other where listings nest them. */
    private static void flat(ObjectNode entry, MessageView message, ObjectNode content) {
        var media = content.path("media");
        boolean hasAttachment = media.isObject();
        var caption = media.path("caption").asText("");
        entry.put("message", content.has("text") ? content.path("text").asText() : caption);
        entry.put("hasAttachment", hasAttachment);
        if (hasAttachment) {
            entry.put(content.path("type").asText(), media.path("url").asText(""));
        }
        for (var name : Set.of(
                "buttons",
                "selectedButton",
                "location",
                "contact",
                "whatsAppTemplateName",
                "reaction",
                "reactedMessageId")) {
            if (content.has(name)) {
                entry.set(name, content.get(name));
            }
        }
        var pressed = content.path("selectedButton").path("buttonPayload");
        if (pressed.isTextual()) {
            entry.put("buttonPayload", pressed.asText());
        }
        var context = message.notes().context();
        if (context != null && context.hasNonNull("id")) {
            entry.put("repliedMessageId", context.path("id").asText());
        }
    }

    private ObjectNode status(
            MessageView message, @Nullable MessageNote note, String status, EventView event, ObjectNode data) {
        var told = framed("status", message, note);
        told.put("messageId", BotmakerId.of(message.id())).put("status", status);
        var at = data.path("steps").path(0).path("at").asText("");
        told.put("date", at.isEmpty() ? Times.iso(event.createdAt()) : at);
        told.put("isTemplate", message.template() != null);
        if (message.template() != null) {
            told.put("whatsappTemplate", message.template());
        }
        var error = data.path("error");
        if (status.equals("error")) {
            told.putObject("error")
                    .put("code", error.path("code").asInt(0))
                    .put(
                            "reason",
                            error.isObject()
                                    ? error.path("title").asText("")
                                    : event.type().substring("message.".length()));
        }
        return told;
    }

    private ObjectNode framed(String type, MessageView message, @Nullable MessageNote note) {
        var told = frame.of(type, frame.sender(message.numberId()).orElse(null), message.peer());
        frame.conversation(message.workspaceId(), message.conversationId())
                .ifPresent(conversation -> frame.describe(told, conversation));
        if (note != null) {
            told.put("txId", note.requestId());
        }
        payload(message, note).ifPresent(payload -> told.put("webhookPayload", payload));
        return told;
    }

    private Optional<String> payload(MessageView message, @Nullable MessageNote note) {
        if (note != null) {
            return Optional.ofNullable(note.webhookPayload());
        }
        return message.direction() == Direction.OUTBOUND && message.template() != null
                ? payloadOfNotification(message)
                : Optional.empty();
    }

    /** A message does not tell its campaign; a campaign tells whether the message is one of its own. */
    private Optional<String> payloadOfNotification(MessageView message) {
        return notifications.payloads(message.workspaceId(), message.peer()).stream()
                .filter(one -> isOf(one, message))
                .map(NotificationStore.Payload::webhookPayload)
                .findFirst();
    }

    private boolean isOf(NotificationStore.Payload payload, MessageView message) {
        var filter = new MessageFilter(
                null,
                null,
                message.peer(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                payload.campaignId(),
                null,
                null);
        return messages.list(message.workspaceId(), filter, 10, null).stream()
                .anyMatch(one -> one.id().equals(message.id()));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("variables that are no JSON", ours);
        }
    }
}
