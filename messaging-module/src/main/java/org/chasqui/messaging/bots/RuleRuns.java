package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.chasqui.messaging.contacts.ContactView;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/** What a rule says to somebody although he has written none of its keywords: because a program wants it to be said. */
@ApplicationScoped
public class RuleRuns {
    private final SecureRandom random = new SecureRandom();

    @Inject
    Clock clock;

    /**
     * What a rule comes to for one person, with everything filled in. Nothing of it has been done.
     *
     * @param replies to be sent, in their order
     * @param handOver null when the bot keeps the conversation
     */
    public record Run(
            List<Reply> replies,
            List<String> tagsAdded,
            List<String> tagsRemoved,
            BotAction.@Nullable HandOver handOver) {}

    /**
     * Looks at what a rule would say.
     *
     * @param contact null when nothing but the conversation is known
     */
    public Run of(
            BotView bot,
            RuleView rule,
            SenderNumber number,
            ConversationView conversation,
            @Nullable ContactView contact) {
        var words = Words.of(bot, number, conversation, contact, clock.instant(), random);
        var plan = Plan.of(rule.actions(), words);
        return new Run(plan.replies(), plan.tagsAdded(), plan.tagsRemoved(), plan.handOver());
    }
}
