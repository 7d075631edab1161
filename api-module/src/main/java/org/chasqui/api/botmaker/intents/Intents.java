package org.chasqui.api.botmaker.intents;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.api.botmaker.templates.TemplateChoice;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.BotsChanged;
import org.chasqui.messaging.bots.RuleTitle;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;

/** What a name of an intent means: a rule of a bot, or a template of WhatsApp. */
@ApplicationScoped
public class Intents {
    /** Each call asks; how long a node may believe what another node has changed. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Inject
    Bots bots;

    @Inject
    BotRules rules;

    @Inject
    TemplateChoice templates;

    @Inject
    PhoneNumbers numbers;

    private final Cache<UUID, List<RuleTitle>> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

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
     * @param language that of the person, null when unknown; asked for when a template has several
     */
    public Optional<Intent> find(SenderNumber sender, String idOrName, Supplier<@Nullable String> language) {
        var name = idOrName.strip();
        var own = numbers.bots().get(sender.id());
        var named = named(known.get(sender.workspaceId(), rules::titles), name);
        return named.stream()
                .filter(one -> one.botId().equals(own))
                .findFirst()
                .flatMap(title -> rule(sender, title))
                .or(() -> templates.find(sender, name, language).map(Intent.Template::new))
                .or(() -> named.stream().findFirst().flatMap(title -> rule(sender, title)));
    }

    static List<RuleTitle> named(List<RuleTitle> all, String name) {
        var id = BotmakerId.parse(name);
        return all.stream()
                .filter(one -> id.filter(one.ruleId()::equals).isPresent() || name.equalsIgnoreCase(one.title()))
                .toList();
    }

    private Optional<Intent> rule(SenderNumber sender, RuleTitle title) {
        var workspaceId = sender.workspaceId();
        return bots.find(workspaceId, title.botId())
                .flatMap(bot ->
                        rules.find(workspaceId, title.botId(), title.ruleId()).map(rule -> new Intent.Rule(bot, rule)));
    }

    /** The rules of all bots of a workspace, the newest bot first. */
    public List<Intent.Rule> rules(UUID workspaceId) {
        var all = new ArrayList<Intent.Rule>();
        for (var bot : bots.list(workspaceId)) {
            rules.list(workspaceId, bot.id()).forEach(rule -> all.add(new Intent.Rule(bot, rule)));
        }
        return all;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_COMPLETION) BotsChanged event) {
        known.invalidate(event.workspaceId());
    }
}
