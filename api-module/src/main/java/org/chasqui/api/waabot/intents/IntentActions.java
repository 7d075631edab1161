package org.chasqui.api.waabot.intents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.messages.ButtonMapping;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.parts.Parts;
import org.chasqui.api.waabot.parts.Place;
import org.chasqui.api.waabot.people.ContactGroups;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.platform.failure.RequestFailed;

/** Reads {@code reply} and {@code action} of an intent as actions of a rule. */
@ApplicationScoped
class IntentActions {
    private static final String NO_SURVEYS =
            "there are no surveys in this gateway: ask with send_button, or hand over to a bot of your own by webhook.";
    private static final String NO_NOTIFICATIONS =
            "this gateway notifies nobody of keywords: PUT /whatsapp/setWebhook with onMessage tells your own server.";

    /** Each is looked for; what a rule may do is bounded by itself. */
    private static final int MOST_IDS = 30;

    @Inject
    Parts parts;

    @Inject
    ContactGroups groups;

    /**
     * What a rule shall do.
     *
     * @param warnings where it is other than was asked for
     */
    record Read(List<BotAction> actions, List<String> warnings) {}

    /**
     * Reads them; what the client does not name stays as it is.
     *
     * @param before what the rule does now; empty for a new one
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    Read read(Client client, Arguments given, List<BotAction> before) {
        var action = given.object("action");
        refuse(action, "start_survey", NO_SURVEYS);
        refuse(action, "send_notification", NO_NOTIFICATIONS);
        var slots = sorted(before);
        var warnings = new ArrayList<String>();
        if (given.names("reply") || action.names("send_button")) {
            slots.put(Slot.REPLY, reply(given, action, slots.getOrDefault(Slot.REPLY, List.of()), warnings));
        }
        readFiles(client, action, slots);
        if (action.names("send_location")) {
            slots.put(
                    Slot.SEND_LOCATION,
                    says(action.raw("send_location"))
                            ? List.of(send(
                                    Place.read(action.object("send_location")).part()))
                            : List.of());
        }
        if (action.names("send_contact")) {
            slots.put(Slot.SEND_CONTACT, cards(client, action));
        }
        if (action.names("add_to_group")) {
            slots.put(Slot.ADD_TO_GROUP, tags(client, action));
        }
        var all = slots.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            throw RequestFailed.invalid("reply", "is required, unless an action is given.");
        }
        return new Read(all, warnings);
    }

    private static Map<Slot, List<BotAction>> sorted(List<BotAction> actions) {
        var slots = new EnumMap<Slot, List<BotAction>>(Slot.class);
        actions.forEach(action -> slots.computeIfAbsent(Slot.of(action), slot -> new ArrayList<>())
                .add(action));
        return slots;
    }

    /** The text, and the buttons below it; of a rule that is there already one of the two may stay. */
    private static List<BotAction> reply(
            Arguments given, Arguments action, List<BotAction> before, List<String> warnings) {
        var text = given.names("reply")
                ? given.text("reply").orElse("")
                : before.stream().findFirst().map(IntentActions::text).orElse("");
        if (action.names("send_button")) {
            return says(action.raw("send_button")) ? buttons(text, action, warnings) : said(text);
        }
        for (var old : before) {
            if (old instanceof BotAction.Send send && !text.isEmpty()) {
                ObjectNode content = send.content().deepCopy();
                content.putObject("body").put("text", text);
                return List.of(new BotAction.Send(send.type(), content));
            }
        }
        return said(text);
    }

    private static List<BotAction> buttons(String text, Arguments action, List<String> warnings) {
        if (text.isEmpty()) {
            throw RequestFailed.invalid("reply", "is required above the buttons of send_button.");
        }
        var tree = JsonNodeFactory.instance.objectNode().put("text", text);
        var buttons = tree.putArray("buttons");
        for (var button : named(action.raw("send_button"))) {
            // Some clients write nothing but the titles.
            buttons.add(
                    button.isTextual() ? JsonNodeFactory.instance.objectNode().put("title", button.asText()) : button);
        }
        var mapped = ButtonMapping.of(Arguments.of(tree));
        warnings.addAll(mapped.warnings());
        var part = mapped.part();
        return part.type().equals("text") ? said(part.content().path("body").asText()) : List.of(send(part));
    }

    private static Iterable<JsonNode> named(JsonNode buttons) {
        return buttons.isArray() ? buttons : List.of(buttons);
    }

    private static List<BotAction> said(String text) {
        return text.isEmpty() ? List.of() : List.of(new BotAction.Say(text));
    }

    /** The text of the slot {@link Slot#REPLY}. */
    static String text(BotAction action) {
        return action instanceof BotAction.Say say
                ? say.text()
                : action instanceof BotAction.Send send
                        ? send.content().at("/body/text").asText("")
                        : "";
    }

    private void readFiles(Client client, Arguments action, Map<Slot, List<BotAction>> slots) {
        for (var slot : List.of(Slot.SEND_PHOTO, Slot.SEND_FILE)) {
            var name = slot == Slot.SEND_PHOTO ? "send_photo" : "send_file";
            if (action.names(name)) {
                slots.put(
                        slot,
                        ids(action, name).stream()
                                .map(id -> send(parts.attachment(client, id, action.path(name))))
                                .toList());
            }
        }
    }

    private List<BotAction> cards(Client client, Arguments action) {
        return ids(action, "send_contact").stream()
                .map(id -> send(parts.card(client.workspaceId(), id, action.path("send_contact"))
                        .part()))
                .toList();
    }

    private List<BotAction> tags(Client client, Arguments action) {
        var tags = new ArrayList<String>();
        for (var id : ids(action, "add_to_group")) {
            var group = groups.find(client.workspaceId(), id)
                    .orElseThrow(() -> RequestFailed.invalid(
                            action.path("add_to_group"), "there is no contact group " + id + ": GET /contact_groups."));
            tags.addAll(group.tags());
        }
        return tags.isEmpty() ? List.of() : List.of(new BotAction.Tag(tags, List.of()));
    }

    private static List<String> ids(Arguments action, String name) {
        var ids = says(action.raw(name)) ? action.texts(name) : List.<String>of();
        if (ids.size() > MOST_IDS) {
            throw RequestFailed.invalid(action.path(name), "names more than " + MOST_IDS + ".");
        }
        return ids;
    }

    private static BotAction send(MessagePart part) {
        return new BotAction.Send(part.type(), part.content());
    }

    private static void refuse(Arguments action, String name, String why) {
        if (says(action.raw(name))) {
            throw RequestFailed.invalid(action.path(name), why);
        }
    }

    /** Clients send the whole object of their form: what is empty or false there is not meant. */
    static boolean says(JsonNode node) {
        if (node.isContainerNode()) {
            for (var part : node) {
                if (says(part)) {
                    return true;
                }
            }
            return false;
        }
        var text = node.asText("").strip();
        return !node.isMissingNode() && !node.isNull() && !text.isEmpty() && !text.equals("false");
    }
}
