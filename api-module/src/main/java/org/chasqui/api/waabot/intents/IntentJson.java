package org.chasqui.api.waabot.intents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.api.waabot.people.Group;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.messaging.bots.RuleView;

/** A rule as the dialect shows an intent, with Waabot's members first and what we know beyond them behind. */
final class IntentJson {
    private final List<Group> groups;

    /** With the groups whose tags rules may give. */
    IntentJson(List<Group> groups) {
        this.groups = groups;
    }

    ObjectNode of(RuleView rule, UUID workspaceId) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("_id", ObjectId.of(rule.id()))
                .put("title", rule.title())
                .put("keyword", String.join(",", rule.keywords()))
                .put(
                        "reply",
                        in(rule, Slot.REPLY).stream()
                                .findFirst()
                                .map(IntentActions::text)
                                .orElse(""));
        json.set("action", action(rule));
        json.put("client_id", ObjectId.of(workspaceId))
                .put("createdAt", Times.iso(rule.createdAt()))
                .put("updatedAt", Times.iso(rule.updatedAt()))
                .put("__v", 0)
                .put("match", rule.match().wireName())
                .put("priority", rule.priority())
                .put("active", rule.active())
                .put("hits", rule.hits());
        var others = json.putArray("other_actions");
        in(rule, Slot.OTHER).forEach(action -> others.add(name(action)));
        return json;
    }

    private ObjectNode action(RuleView rule) {
        var action = JsonNodeFactory.instance.objectNode();
        var location = in(rule, Slot.SEND_LOCATION).stream().findFirst().map(IntentJson::content);
        if (location.isPresent()) {
            action.putObject("send_location")
                    .put("name", location.get().path("name").asText(""))
                    .<ObjectNode>set("lat", location.get().path("latitude"))
                    .set("lng", location.get().path("longitude"));
        } else {
            action.putNull("send_location");
        }
        var cards = action.putArray("send_contact");
        in(rule, Slot.SEND_CONTACT).forEach(one -> cards.add(card(content(one))));
        files(rule, Slot.SEND_FILE, action.putArray("send_file"));
        files(rule, Slot.SEND_PHOTO, action.putArray("send_photo"));
        action.putNull("send_notification");
        action.put("add_to_group", group(rule).map(ObjectId::of).orElse(null));
        action.putNull("start_survey");
        var buttons = action.putArray("send_button");
        in(rule, Slot.REPLY).stream()
                .filter(BotAction.Send.class::isInstance)
                .forEach(one -> buttons(content(one), buttons));
        return action;
    }

    private static List<BotAction> in(RuleView rule, Slot slot) {
        return rule.actions().stream().filter(one -> Slot.of(one) == slot).toList();
    }

    private static JsonNode content(BotAction action) {
        return action instanceof BotAction.Send send ? send.content() : JsonNodeFactory.instance.missingNode();
    }

    /** The card was copied into the rule: it has no id any more, and no later name of the contact. */
    private static ObjectNode card(JsonNode contacts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fullName", contacts.at("/0/name/formatted_name").asText(""))
                .put("phoneNumber", contacts.at("/0/phones/0/wa_id").asText(""));
    }

    private static void files(RuleView rule, Slot slot, ArrayNode target) {
        in(rule, slot).forEach(one -> target.add(fileId(content(one).path("id").asText(""))));
    }

    private static String fileId(String id) {
        try {
            return ObjectId.of(UUID.fromString(id));
        } catch (IllegalArgumentException metas) {
            return id;
        }
    }

    private Optional<UUID> group(RuleView rule) {
        return in(rule, Slot.ADD_TO_GROUP).stream()
                .filter(BotAction.Tag.class::isInstance)
                .map(BotAction.Tag.class::cast)
                .flatMap(tag -> groups.stream()
                        .filter(group -> !group.tags().isEmpty() && tag.add().containsAll(group.tags())))
                .map(Group::id)
                .findFirst();
    }

    private static void buttons(JsonNode interactive, ArrayNode target) {
        var action = interactive.path("action");
        action.path("buttons")
                .forEach(button -> target.addObject()
                        .put("type", "replyButton")
                        .put("title", button.at("/reply/title").asText()));
        action.path("sections")
                .forEach(section -> section.path("rows")
                        .forEach(row -> target.addObject()
                                .put("type", "replyButton")
                                .put("title", row.path("title").asText())));
        if (action.path("name").asText("").equals("cta_url")) {
            target.addObject()
                    .put("type", "urlButton")
                    .put("title", action.at("/parameters/display_text").asText())
                    .put("payload", action.at("/parameters/url").asText());
        }
    }

    private static String name(BotAction action) {
        return action instanceof BotAction.Send send
                ? send.type()
                : action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
