package org.chasqui.api.botmaker.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.chasqui.api.botmaker.templates.TemplateChoice;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.BotsChanged;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleTitle;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntentsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID YOUNG = new UUID(6, 2);
    private static final UUID OLD = new UUID(6, 1);
    private static final SenderNumber SENDER = new SenderNumber(
            new UUID(2, 2),
            WORKSPACE,
            new UUID(3, 3),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    private final Intents intents = new Intents();
    private final List<RuleTitle> titles = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private Map<UUID, UUID> answering = Map.of();

    IntentsTest() {
        intents.numbers = new PhoneNumbers() {
            @Override
            public Map<UUID, UUID> bots() {
                return answering;
            }
        };
        intents.bots = new Bots() {
            @Override
            public Optional<BotView> find(UUID workspaceId, UUID id) {
                return Optional.of(bot(id));
            }
        };
        intents.rules = new BotRules() {
            @Override
            public List<RuleTitle> titles(UUID workspaceId) {
                looks.incrementAndGet();
                return List.copyOf(titles);
            }

            @Override
            public Optional<RuleView> find(UUID workspaceId, UUID botId, UUID ruleId) {
                return titles.stream()
                        .filter(one -> one.ruleId().equals(ruleId))
                        .findFirst()
                        .map(IntentsTest::rule);
            }
        };
        intents.templates = new TemplateChoice() {
            @Override
            public Optional<TemplateView> find(SenderNumber sender, String named, Supplier<@Nullable String> language) {
                return templates.contains(named) ? Optional.of(template(named)) : Optional.empty();
            }
        };
    }

    private static BotView bot(UUID id) {
        return new BotView(
                id,
                WORKSPACE,
                "Shop",
                BotKind.RULES,
                true,
                BotSettings.DEFAULT,
                AiSettings.NONE,
                false,
                ExternalBotSettings.NONE,
                NOW,
                NOW);
    }

    private static RuleView rule(RuleTitle one) {
        return new RuleView(
                one.ruleId(),
                one.botId(),
                one.title(),
                MatchKind.CONTAINS,
                List.of(),
                List.of(),
                10,
                true,
                0,
                null,
                NOW,
                NOW);
    }

    private static TemplateView template(String name) {
        return new TemplateView(
                new UUID(4, 4),
                WORKSPACE,
                SENDER.accountId(),
                "77",
                name,
                "es",
                "POSITIONAL",
                "APPROVED",
                NOW,
                null,
                "UTILITY",
                null,
                null,
                null,
                null,
                "UNKNOWN",
                null,
                null,
                "[]",
                null,
                NOW,
                NOW,
                null);
    }

    private UUID named(UUID bot, @Nullable String title) {
        var id = new UUID(7, titles.size() + 1L);
        titles.add(new RuleTitle(bot, id, title));
        return id;
    }

    private String found(String name) {
        return intents.find(SENDER, name, () -> null)
                .map(intent -> intent instanceof Intents.Intent.Rule rule
                        ? "rule " + rule.rule().id()
                        : "template "
                                + ((Intents.Intent.Template) intent).template().name())
                .orElse("nothing");
    }

    @Test
    void theNumbersOwnBotComesBeforeTemplatesAndTheseBeforeOtherBots() {
        var young = named(YOUNG, "Order");
        var old = named(OLD, "order");

        assertThat(found(" ORDER ")).as("the newest bot first").isEqualTo("rule " + young);
        templates.add("order");
        assertThat(found("order")).isEqualTo("template order");
        answering = Map.of(SENDER.id(), OLD);
        assertThat(found("order")).isEqualTo("rule " + old);
    }

    @Test
    void aRuleHasItsIdForANameToo() {
        named(YOUNG, null);
        var id = named(OLD, null);

        assertThat(found(BotmakerId.of(id))).isEqualTo("rule " + id);
        assertThat(found(id.toString())).isEqualTo("rule " + id);
        assertThat(found("order")).isEqualTo("nothing");
    }

    @Test
    void callsAreAnsweredFromMemoryUntilABotChanges() {
        found("order");
        found("bill");
        assertThat(looks).hasValue(1);

        var id = named(YOUNG, "order");
        intents.changed(new BotsChanged(WORKSPACE, YOUNG));

        assertThat(found("order")).isEqualTo("rule " + id);
    }

    @Test
    void aRuleThatIsGoneMeanwhileIsNone() {
        named(YOUNG, "order");
        found("order");
        titles.clear();

        assertThat(found("order")).isEqualTo("nothing");
    }
}
