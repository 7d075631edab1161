package org.chasqui.api.botmaker.intents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.templates.TemplateChoice;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;

/** What a name of an intent means: a rule of a bot, or a template of WhatsApp. */
@ApplicationScoped
public class Intents {
    @Inject
    Bots bots;

    @Inject
    BotRules rules;

    @Inject
    TemplateChoice templates;

    @Inject
    PhoneNumbers numbers;

    /** What a name means. */
    public sealed interface Intent {
        /** A rule of a bot. */
        record Rule(BotView bot, RuleView rule) implements Intent {}

        /** A template. */
        record Template(TemplateView template) implements Intent {}
    }

    /**
     * Finds an intent: a rule of the number's own bot, by its id or its title, then a template, then a rule of any other bot.
     *
     * @param language that of the person; null when unknown
     */
    public Optional<Intent> find(SenderNumber sender, String idOrName, @Nullable String language) {
        var name = idOrName.strip();
        var own = numbers.bots().get(sender.id());
        var all = rules(sender.workspaceId());
        return rule(all.stream().filter(one -> one.bot().id().equals(own)).toList(), name)
                .or(() -> templates.find(sender, name, language).map(Intent.Template::new))
                .or(() -> rule(all, name));
    }

    /** The rules of all bots of a workspace, the newest bot first. */
    public List<Intent.Rule> rules(UUID workspaceId) {
        var all = new ArrayList<Intent.Rule>();
        for (var bot : bots.list(workspaceId)) {
            rules.list(workspaceId, bot.id()).forEach(rule -> all.add(new Intent.Rule(bot, rule)));
        }
        return all;
    }

    static Optional<Intent> rule(List<Intent.Rule> all, String name) {
        var id = BotmakerId.parse(name);
        return all.stream()
                .filter(one -> id.filter(one.rule().id()::equals).isPresent()
                        || name.equalsIgnoreCase(one.rule().title()))
                .<Intent>map(one -> one)
                .findFirst();
    }
}
