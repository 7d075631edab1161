package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.parts.Card;
import org.chasqui.api.waabot.parts.Parts;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.api.waabot.wire.MessageIds;
import org.chasqui.api.waabot.wire.WireMessage;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.phone.PhoneNumber;

/** {@code /whatsapp/message} and the messages that have no file: buttons, lists, cards. */
@ApplicationScoped
class MessageEndpoints implements WaabotEndpoints {
    private static final String CHAT = "chatId";

    @Inject
    Outbox outbox;

    @Inject
    Parts parts;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.sends("POST", "/whatsapp/message", this::combined)
                .sends("POST", "/whatsapp/message/button", call -> mapped(call, "btndata"))
                .sends("POST", "/whatsapp/message/MediaButton", call -> mapped(call, "btndata"))
                .sends("POST", "/whatsapp/message/list", call -> mapped(call, "msgdata"))
                .sends("POST", "/whatsapp/message/contact", this::contact)
                .sends("POST", "/whatsapp/message/sendText", this::plainText)
                .sends("POST", "/whatsapp/sendText", this::plainText);
    }

    /** One call may be several messages: text, files, a place, a card, which go out in this order. */
    private Answer combined(WaabotCall call) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse(CHAT, given.text(CHAT));
        var messages = inWordsOfTheClient(() -> parts.read(call.client(), given, "message"));
        if (messages.isEmpty()) {
            throw RequestFailed.invalid("message", "is required, or attachments, a location or a contactId.");
        }
        var sent = outbox.sendAll(call, sender, peer, messages);
        var data = described(call, given, sent);
        return sent.problem() == null ? Envelope.ok(Answers.SENT, data) : Envelope.refusal(sent.problem(), data);
    }

    private ObjectNode described(WaabotCall call, Arguments given, Outbox.Sent sent) {
        var data = JsonNodeFactory.instance.objectNode();
        data.set(
                "message",
                first(sent, "text").map(MessageEndpoints::text).orElseGet(JsonNodeFactory.instance::objectNode));
        given.texts("attachments").forEach(data.putArray("attachment")::add);
        data.set(
                "contact",
                first(sent, "contacts")
                        .map(message -> card(call, given))
                        .orElseGet(JsonNodeFactory.instance::objectNode));
        data.putObject("image");
        data.putObject("buttons");
        data.set(
                "location",
                first(sent, "location")
                        .map(message -> WireMessage.content("location", message.content()))
                        .orElseGet(JsonNodeFactory.instance::objectNode));
        data.set("sent", sent.list());
        return data;
    }

    private static ObjectNode text(MessageView message) {
        return Outbox.receipt(message).set("message", WireMessage.content("text", message.content()));
    }

    private ObjectNode card(WaabotCall call, Arguments given) {
        var card = parts.card(
                call.client().workspaceId(), given.demand("contactId").strip(), "contactId");
        return JsonNodeFactory.instance.objectNode().set("contactMessage", WireMessage.card(card));
    }

    private static Optional<MessageView> first(Outbox.Sent sent, String type) {
        return sent.accepted().stream()
                .filter(message -> message.type().equals(type))
                .findFirst();
    }

    private Answer mapped(WaabotCall call, String name) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse(CHAT, given.text(CHAT));
        var data = given.object(name);
        var message = name.equals("msgdata") ? ListMapping.of(data) : ButtonMapping.of(data);
        var sent = outbox.send(call, sender, peer, message.part());
        return Answers.single(
                sent, WireMessage.content(message.part().type(), message.part().content()), message.warnings());
    }

    private Answer contact(WaabotCall call) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse(CHAT, given.text(CHAT));
        var card = card(given.object("vcard"));
        var sent = outbox.send(call, sender, peer, card.part());
        JsonNode shown = JsonNodeFactory.instance.objectNode().set("contactMessage", WireMessage.card(card));
        return Answers.single(sent, shown, List.of());
    }

    private static Card card(Arguments vcard) {
        var name = vcard.text("fullName").or(() -> vcard.text("displayName")).map(String::strip);
        var fullName = name.orElseThrow(() -> RequestFailed.invalid(vcard.path("fullName"), "is required."));
        var number = vcard.demand("phoneNumber");
        var digits = PhoneNumber.parse(number)
                .map(PhoneNumber::digits)
                .orElseThrow(() -> RequestFailed.invalid(
                        vcard.path("phoneNumber"), "must be a phone number with its country code."));
        return new Card(
                fullName,
                vcard.text("displayName").map(String::strip).orElse(fullName),
                vcard.text("organization").map(String::strip).orElse(null),
                digits);
    }

    /** The oldest way to send, whose answer is a text. */
    private Answer plainText(WaabotCall call) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse("to", given.text("to").or(() -> given.text(CHAT)));
        var part = Parts.text(given.text("message")
                .or(() -> given.text("text"))
                .orElseThrow(() -> RequestFailed.invalid("message", "is required.")));
        inWordsOfTheClient(() -> {
            MessageContent.check(part.type(), part.content());
            return part;
        });
        var sent = outbox.send(call, sender, peer, part);
        return Envelope.ok(Answers.SENT, TextNode.valueOf("true_" + sent.peer() + "@c.us_" + MessageIds.of(sent.id())));
    }

    private interface Reading<T> {
        T done();
    }

    private static <T> T inWordsOfTheClient(Reading<T> reading) {
        try {
            return reading.done();
        } catch (RequestFailed failed) {
            boolean isText =
                    !failed.fields().isEmpty() && failed.fields().get(0).field().startsWith("text");
            throw isText
                    ? RequestFailed.invalid("message", failed.fields().get(0).message())
                    : failed;
        }
    }
}
