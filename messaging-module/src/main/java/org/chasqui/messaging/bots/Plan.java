package org.chasqui.messaging.bots;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What actions come to for one person: messages with everything filled in, tags, and whether a person shall go on.
 *
 * @param handOver null when the bot keeps the conversation
 */
record Plan(
        List<Reply> replies, List<String> tagsAdded, List<String> tagsRemoved, BotAction.@Nullable HandOver handOver) {
    static final Plan NOTHING = new Plan(List.of(), List.of(), List.of(), null);

    /** A text of which nothing is left is not said. */
    static Plan of(List<BotAction> actions, Words words) {
        var replies = new ArrayList<Reply>();
        var added = new ArrayList<String>();
        var removed = new ArrayList<String>();
        BotAction.HandOver handOver = null;
        for (var action : actions) {
            if (action instanceof BotAction.Say say) {
                var text = words.text(say.text());
                if (!text.isEmpty()) {
                    replies.add(Reply.text(text));
                }
            } else if (action instanceof BotAction.Send send) {
                replies.add(new Reply(send.type(), words.content(send.content())));
            } else if (action instanceof BotAction.Ready ready) {
                replies.add(ready.reply());
            } else if (action instanceof BotAction.Tag tag) {
                added.addAll(tag.add());
                removed.addAll(tag.remove());
            } else if (action instanceof BotAction.HandOver wanted) {
                handOver = wanted;
            }
        }
        return new Plan(List.copyOf(replies), List.copyOf(added), List.copyOf(removed), handOver);
    }

    /** What to call it. */
    DecisionOutcome outcome(Reason reason) {
        if (handOver != null) {
            return DecisionOutcome.HANDED_OVER;
        }
        if (!replies.isEmpty()) {
            return DecisionOutcome.REPLIED;
        }
        return reason == Reason.SOURCE_FAILED ? DecisionOutcome.FAILED : DecisionOutcome.SILENT;
    }
}
