package org.chasqui.messaging.bots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.junit.jupiter.api.Test;

/** What is kept of bots comes back as it was, and nobody can read what is secret. */
class BotStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(CLOCK);
    private final BotStore store = new BotStore();
    private final RuleStore rules = new RuleStore();
    private final BotVault vault = new BotVault();
    private final UUID workspace = ids.next();

    {
        store.jdbc = database.jdbc();
        rules.jdbc = database.jdbc();
        vault.keyring = new Keyring(new SecretBox(List.of(new byte[SecretBox.KEY_BYTES])));
    }

    @Test
    void aBotComesBackAsItWas() {
        var settings = new BotSettings(
                "pt_BR",
                new BotSchedule(
                        BotZone.parse("UTC+5:30"),
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                        new BotHours("22:00", "5:00")),
                new BotMessages("Olá [name] \"{a|b}\"", null, false, "até já"),
                new BotSwitches(true, true, false, false),
                new BotGuards(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofDays(1),
                        Duration.ofMinutes(5),
                        7,
                        Duration.ofHours(2)));
        var ai = new AiSettings(
                "https://ai.example.com/v1",
                "m",
                "be kind",
                "facts",
                5,
                100,
                9_000,
                Duration.ofSeconds(7),
                0.3,
                true,
                false);
        var bot = bot(settings, ai);

        store.save(new BotRow(bot, vault.sealAiKey(bot.id(), "sk-very-secret"), null));

        var kept = store.find(workspace, bot.id()).orElseThrow();
        assertThat(kept.view()).isEqualTo(bot);
        assertThat(vault.aiKey(kept)).isEqualTo("sk-very-secret");
        assertThat(vault.externalSecret(kept)).isNull();
        assertThat(database.text("select b::text from msg_bot b")).doesNotContain("sk-very-secret");
        assertThat(store.find(ids.next(), bot.id())).isEmpty();
        assertThat(store.list(workspace)).containsExactly(bot);
    }

    @Test
    void rulesComeBackInTheirOrderWithEveryKindOfAction() {
        var bot = bot(BotSettings.DEFAULT, AiSettings.NONE);
        store.save(new BotRow(bot, null, null));
        var place = JsonNodeFactory.instance.objectNode().put("latitude", 1.5).put("longitude", 2);
        var low = rule(bot, 10, new BotAction.Say("{a|b}"));
        var high = rule(
                bot,
                20,
                new BotAction.Send("location", place),
                new BotAction.Tag(List.of("lead"), List.of("cold")),
                new BotAction.HandOver("ana@example.com", null));
        rules.save(low);
        rules.save(high);

        assertThat(rules.list(bot.id())).containsExactly(high, low);
        rules.hit(low.id(), NOW);
        rules.hit(low.id(), NOW.plusSeconds(1));
        var hit = rules.find(bot.id(), low.id()).orElseThrow();
        assertThat(hit.hits()).isEqualTo(2);
        assertThat(hit.lastHitAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(hit.updatedAt()).isEqualTo(low.updatedAt());

        rules.order(bot.id(), List.of(low.id(), high.id()), NOW.plusSeconds(2));
        assertThat(rules.list(bot.id())).extracting(RuleView::id).containsExactly(low.id(), high.id());
        assertThat(rules.counts(workspace)).containsOnly(Map.entry(bot.id(), 2));
        assertThat(rules.counts(ids.next())).isEmpty();
        store.delete(bot.id());
        assertThat(rules.list(bot.id())).isEmpty();
    }

    @Test
    void theTitlesOfAllRulesComeInTheOrderOfTheirBots() {
        var old = bot(BotSettings.DEFAULT, AiSettings.NONE);
        var young = bot(BotSettings.DEFAULT, AiSettings.NONE);
        store.save(new BotRow(old, null, null));
        store.save(new BotRow(young, null, null));
        var low = rule(old, 10, new BotAction.Say("a"));
        var high = rule(old, 20, new BotAction.Say("b"));
        var other = rule(young, 5, new BotAction.Say("c"));
        List.of(low, high, other).forEach(rules::save);

        assertThat(rules.titles(workspace))
                .containsExactly(
                        new RuleTitle(young.id(), other.id(), other.title()),
                        new RuleTitle(old.id(), high.id(), high.title()),
                        new RuleTitle(old.id(), low.id(), low.title()));
        assertThat(rules.titles(ids.next())).isEmpty();
    }

    @Test
    void whatABotUsesIsAddedUpByTheDay() {
        var bot = bot(BotSettings.DEFAULT, AiSettings.NONE);
        store.save(new BotRow(bot, null, null));
        var usage = new BotUsage();
        usage.jdbc = database.jdbc();
        usage.clock = CLOCK;

        usage.add(bot.id(), new Answer.Replies(List.of(Reply.text("hi")), new Answer.Usage(100, 20)));
        usage.add(bot.id(), new Answer.Failed("slow", new Answer.Usage(50, 0)));

        assertThat(usage.tokensToday(bot.id())).isEqualTo(170);
        assertThat(usage.latest(workspace, bot.id(), 7)).singleElement().satisfies(day -> {
            assertThat(day.calls()).isEqualTo(2);
            assertThat(day.failures()).isEqualTo(1);
        });
        assertThat(usage.latest(ids.next(), bot.id(), 7)).isEmpty();
        assertThat(usage.today(workspace))
                .containsOnlyKeys(bot.id())
                .containsValue(usage.latest(workspace, bot.id(), 1).get(0));
        assertThat(usage.today(ids.next())).isEmpty();
    }

    @Test
    void tryingABotCountsOnlyWhenItCosts() {
        var bot = bot(BotSettings.DEFAULT, AiSettings.NONE);
        store.save(new BotRow(bot, null, null));
        var usage = new BotUsage();
        usage.jdbc = database.jdbc();
        usage.clock = CLOCK;

        usage.addCost(bot.id(), new Answer.Failed("wrong key", Answer.Usage.NONE));
        assertThat(usage.today(workspace)).isEmpty();

        usage.addCost(bot.id(), new Answer.Replies(List.of(Reply.text("hi")), new Answer.Usage(100, 20)));
        assertThat(usage.tokensToday(bot.id())).isEqualTo(120);
    }

    @Test
    void aDraftIsOneOnlyUntilSomebodyWrites() {
        var drafts = new DraftStore();
        drafts.jdbc = database.jdbc();
        var draft = new Draft(ids.next(), ids.next(), List.of(Reply.text("maybe")), NOW);
        drafts.save(workspace, draft);

        assertThat(drafts.find(workspace, draft.conversationId())).contains(draft);
        assertThat(drafts.find(ids.next(), draft.conversationId())).isEmpty();

        database.execute(
                "insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id, direction,"
                        + " peer, type, content, category, lane, status, created_at) values ('" + ids.next() + "', '"
                        + workspace
                        + "', '" + workspace + "', '1', '" + draft.conversationId()
                        + "', 1, '1', 'text', '{}', 'service', 1, 0, '"
                        + NOW.plusSeconds(1) + "')");
        assertThat(drafts.find(workspace, draft.conversationId())).isEmpty();
    }

    @Test
    void oldDecisionsGoWithTheirMarksAndNewOnesStay() {
        var decisions = new DecisionStore();
        decisions.jdbc = database.jdbc();
        var old = decision(new Ids(Clock.fixed(NOW.minus(Duration.ofDays(70)), ZoneOffset.UTC)).next());
        var young = decision(ids.next());
        decisions.insert(workspace, old);
        decisions.insert(workspace, young);
        var perishable = new OldDecisions();
        perishable.jdbc = database.jdbc();

        assertThat(perishable.removeNext(NOW.minus(Duration.ofDays(60)), "").removed())
                .isOne();

        var kept = decisions.list(workspace, new BotDecisions.Filter(null, null, null), 10, null);
        assertThat(kept).containsExactly(young);
        assertThat(decisions.heard(old.inbound())).isEmpty();
        assertThat(decisions.ofMessages(workspace, young.replies()).values()).containsExactly(young);
        assertThat(decisions.ofMessages(ids.next(), young.replies())).isEmpty();
    }

    private DecisionView decision(UUID id) {
        var trace = new Trace(
                "always",
                true,
                Handling.By.BOT,
                List.of(new Trace.RuleVerdict(ids.next(), null, true, "price", "found")),
                null);
        return new DecisionView(
                id,
                ids.next(),
                ids.next(),
                ids.next(),
                NOW,
                DecisionOutcome.REPLIED,
                Reason.RULE,
                null,
                ids.next(),
                List.of(ids.next(), ids.next()),
                List.of(ids.next()),
                trace,
                5);
    }

    private BotView bot(BotSettings settings, AiSettings ai) {
        return new BotView(
                ids.next(),
                workspace,
                "Reception",
                BotKind.AI,
                true,
                settings,
                ai,
                ai != AiSettings.NONE,
                ExternalBotSettings.NONE,
                NOW,
                NOW);
    }

    private RuleView rule(BotView bot, int priority, BotAction... actions) {
        return new RuleView(
                ids.next(),
                bot.id(),
                "Rule " + priority,
                MatchKind.EXACT,
                List.of("a", "b"),
                List.of(actions),
                priority,
                true,
                0,
                null,
                NOW,
                NOW);
    }
}
