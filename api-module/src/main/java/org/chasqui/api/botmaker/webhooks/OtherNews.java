package org.chasqui.api.botmaker.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.Switches;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.botmaker.wire.Times;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.events.EventView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/**
 * What is no message: who does not want to be written to, who has a conversation, variables, results of calls, and what Meta
 * says of numbers and templates. Botmaker describes none of these bodies where we could read it: their layout is ours.
 */
@ApplicationScoped
class OtherNews {
    @Inject
    Frame frame;

    @Inject
    Templates templates;

    /** The test that somebody has asked for. */
    ObjectNode test(EventView event, ObjectNode data) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("v", Frame.VERSION)
                .put("type", "test")
                .put("date", Times.iso(event.createdAt()))
                .put("message", data.path("message").asText(""));
    }

    /** Messages and Status: whatever is no message. */
    Optional<ObjectNode> event(Subscription subscription, EventView event, ObjectNode data) {
        var wanted = subscription.switches();
        return switch (event.type()) {
            case "contact.opt_out" -> consent(subscription, "user-blocked", event, data);
            case "contact.opt_in" -> consent(subscription, "user-unblocked", event, data);
            case "conversation.handover", "conversation.returned" ->
                event(wanted.events(), "bot-change", data.path("id"), event, data);
            case "conversation.closed" -> event(wanted.events(), "conversation-close", data.path("id"), event, data);
            case "contact.variables" ->
                event(wanted.variableChanges(), "set-variable", data.path("conversation_id"), event, data);
            case "request.result" -> failure(wanted, event, data);
            default -> Optional.empty();
        };
    }

    /** Told where the person has a conversation with one of the channels; once, though he may be asked about by category. */
    private Optional<ObjectNode> consent(Subscription subscription, String name, EventView event, ObjectNode data) {
        boolean isFirst = !data.path("category").asText("").equals("utility");
        if (!subscription.switches().events() || !isFirst) {
            return Optional.empty();
        }
        return uuid(data.path("contact_id"))
                .flatMap(id -> frame.conversationWith(event.workspaceId(), id, subscription.channels()))
                .map(conversation -> event(name, conversation, event, data));
    }

    private Optional<ObjectNode> event(
            boolean isWanted, String name, JsonNode conversationId, EventView event, ObjectNode data) {
        return isWanted
                ? uuid(conversationId)
                        .flatMap(id -> frame.conversation(event.workspaceId(), id))
                        .map(conversation -> event(name, conversation, event, data))
                : Optional.empty();
    }

    private ObjectNode event(String name, ConversationView conversation, EventView event, ObjectNode data) {
        var sender = frame.sender(conversation.numberId()).orElse(null);
        var told = frame.of("event", sender, conversation.peer());
        frame.describe(told, conversation);
        told.put("name", name).put("date", Times.iso(event.createdAt()));
        return told.set("info", data);
    }

    /** A message that was refused after the call was answered has no status of its own: this is it. */
    private Optional<ObjectNode> failure(Switches wanted, EventView event, ObjectNode data) {
        boolean isTemplate = data.path("endpoint").asText("").endsWith("trigger-intent");
        if (!data.path("result").asText("").equals("error") || !wanted.wantsStatusOf(isTemplate)) {
            return Optional.empty();
        }
        var sender = frame.sender(data.path("phone_number_id").asText("")).orElse(null);
        var told = frame.of("status", sender, data.path("to").asText(""));
        told.put("txId", data.path("webhook_notification_id").asText(""));
        payload(told, data);
        told.put("status", "error").put("date", Times.iso(event.createdAt())).put("isTemplate", isTemplate);
        told.putObject("error")
                .put("code", data.path("code").asInt(0))
                .put("reason", data.at("/errors/0/message").asText(""));
        return Optional.of(told);
    }

    /** Asynchronous API Results. */
    Optional<ObjectNode> result(EventView event, ObjectNode data) {
        if (!event.type().equals("request.result")) {
            return Optional.empty();
        }
        var told = JsonNodeFactory.instance
                .objectNode()
                .put("v", Frame.VERSION)
                .put("type", "async-result")
                .put("date", Times.iso(event.createdAt()))
                .put(
                        "webhookNotificationId",
                        data.path("webhook_notification_id").asText(""))
                .put("endpoint", data.path("endpoint").asText(""))
                .put("result", data.path("result").asText(""));
        payload(told, data);
        if (data.has("errors")) {
            told.set("errors", data.get("errors"));
        }
        return Optional.of(told);
    }

    /** WhatsApp Management. */
    Optional<ObjectNode> management(Subscription subscription, EventView event, ObjectNode data) {
        return managementName(event.type())
                .filter(name -> isOf(subscription, event, data))
                .map(name -> {
                    var told = JsonNodeFactory.instance
                            .objectNode()
                            .put("v", Frame.VERSION)
                            .put("type", "whatsapp-management")
                            .put("event", name)
                            .put("date", Times.iso(event.createdAt()));
                    var sender = frame.sender(event.phoneNumberId());
                    told.put("wabaId", sender.map(one -> one.wabaId()).orElse(text(data.path("waba_id"))));
                    told.put("number", sender.map(ChannelId::digits).orElse(null));
                    told.set("data", data);
                    return told;
                });
    }

    /** A template is of an account, which has to be that of one of the channels. */
    private boolean isOf(Subscription subscription, EventView event, ObjectNode data) {
        if (!event.type().startsWith("template.")) {
            return true;
        }
        return templates
                .get(event.workspaceId(), data.path("template_id").asText(""))
                .map(template -> subscription.channels().stream()
                        .flatMap(id -> frame.sender(id).stream())
                        .anyMatch(sender -> sender.accountId().equals(template.accountId())))
                // One that was made elsewhere and is not read yet: rather told too often than not at all.
                .orElse(true);
    }

    private static Optional<String> managementName(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "template.status" -> "template-status";
                    case "template.quality" -> "template-quality";
                    case "template.category" -> "template-category";
                    case "number.quality" -> "phone-quality";
                    case "number.name" -> "phone-name";
                    case "number.status" -> "phone-status";
                    case "number.limit" -> "phone-limit";
                    case "account.update" -> "account-update";
                    default -> null;
                });
    }

    private static void payload(ObjectNode told, ObjectNode data) {
        if (data.hasNonNull("webhook_payload")) {
            told.put("webhookPayload", data.path("webhook_payload").asText());
        }
    }

    private static Optional<UUID> uuid(JsonNode text) {
        try {
            return Optional.of(UUID.fromString(text.asText("")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
