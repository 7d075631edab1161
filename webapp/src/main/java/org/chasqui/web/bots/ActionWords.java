package org.chasqui.web.bots;

import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.messaging.bots.BotAction;
import org.chasqui.web.messages.Preview;
import org.chasqui.web.text.Texts;

/** What a rule does, in a few words. */
final class ActionWords {
    private static final Texts TEXTS = Texts.of("bots");

    private ActionWords() {}

    static String of(List<BotAction> actions) {
        return actions.stream().map(ActionWords::of).collect(Collectors.joining(", "));
    }

    private static String of(BotAction action) {
        if (action instanceof BotAction.Say say) {
            return TEXTS.get("action.say", say.text().strip().replaceAll("\\s+", " "));
        }
        if (action instanceof BotAction.Send send) {
            var kind = Texts.of("messages").getOr("type." + send.type(), send.type());
            var words = send.type().equals("template")
                    ? send.content().path("name").asText()
                    : Preview.of(send.type(), send.content());
            return words.isBlank() ? kind : TEXTS.get("action.send", kind, words);
        }
        if (action instanceof BotAction.Tag tag) {
            var added = tag.add().isEmpty() ? "" : TEXTS.get("action.tag.add", String.join(", ", tag.add()));
            var removed = tag.remove().isEmpty() ? "" : TEXTS.get("action.tag.remove", String.join(", ", tag.remove()));
            return added.isEmpty() || removed.isEmpty() ? added + removed : added + ", " + removed;
        }
        var person = ((BotAction.HandOver) action).assignee();
        return person == null ? TEXTS.get("action.handover") : TEXTS.get("action.handover.to", person);
    }
}
