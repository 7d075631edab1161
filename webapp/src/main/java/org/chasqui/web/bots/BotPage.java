package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chasqui.messaging.bots.BotDecisions;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotUsage;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One bot: its rules, where it answers, how it behaves, and what it did. */
@Named
@RequestScoped
public class BotPage {
    private static final Texts TEXTS = Texts.of("bots");
    private static final int DECISIONS = 12;

    @Inject
    CurrentUser me;

    @Inject
    BotAddress address;

    @Inject
    Bots bots;

    @Inject
    BotRules botRules;

    @Inject
    BotDecisions botDecisions;

    @Inject
    BotUsage usage;

    @Inject
    BotCards cards;

    private @Nullable BotView bot;
    private @Nullable BotCard row;
    private @Nullable List<RuleView> rules;
    private @Nullable SourceCard source;
    private @Nullable List<DecisionRow> decisions;

    /** Answers 404 when the workspace has no such bot. */
    public void load() throws IOException {
        if (find().isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private Optional<BotView> find() {
        var id = address.uuid();
        if (bot == null && id != null) {
            bot = bots.find(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(bot);
    }

    /** The bot as it is set. */
    BotView bot() {
        return find().orElseThrow(() -> RequestFailed.notFound("bot", String.valueOf(address.getId())));
    }

    BotCard row() {
        var known = row;
        if (known == null) {
            known = cards.card(bot());
            row = known;
        }
        return known;
    }

    public BotCard getRow() {
        return row();
    }

    List<RuleView> rules() {
        var known = rules;
        if (known == null) {
            known = botRules.list(me.workspaceId(), bot().id());
            rules = known;
        }
        return known;
    }

    /** What was read before a deed is not what the answer to it shall show. */
    void forget() {
        bot = null;
        row = null;
        rules = null;
        cards.forget();
    }

    public List<RuleRow> getRules() {
        var most = rules().stream().mapToLong(RuleView::hits).max().orElse(0);
        return IntStream.range(0, rules().size())
                .mapToObj(at -> new RuleRow(rules().get(at), at + 1, most))
                .toList();
    }

    /** What happens when no rule fits. */
    public PlainLine getOtherwise() {
        var messages = bot().settings().messages();
        if (bot().kind() != BotKind.RULES && cards.missing(bot()) == null) {
            var drafts = bot().kind() == BotKind.AI && bot().ai().drafts();
            return new PlainLine(
                    getRow().getIcon(),
                    TEXTS.get(
                            drafts
                                    ? "otherwise.draft"
                                    : bot().kind() == BotKind.AI ? "otherwise.ai" : "otherwise.server"));
        }
        return messages.fallback() != null && messages.fallbackOn()
                ? new PlainLine("message-square", TEXTS.get("otherwise.fallback"))
                : new PlainLine("ban", TEXTS.get("otherwise.silence"));
    }

    /** Numbers that it does not answer on, with the bot that does. */
    public List<Choice> getLinkChoices() {
        Map<UUID, String> names =
                bots.list(me.workspaceId()).stream().collect(Collectors.toMap(BotView::id, BotView::name));
        return cards.numbers().stream()
                .filter(number -> !bot().id().equals(number.botId()))
                .map(number ->
                        BotLinks.choice(number.sender(), number.botId() == null ? null : names.get(number.botId())))
                .toList();
    }

    /** Whether the AI or the server may answer on a number by itself; true for a bot that has only rules. */
    public boolean isAllowed(String ourId) {
        return bot().kind() == BotKind.RULES
                || cards.numbers().stream()
                        .filter(number -> number.sender().id().toString().equals(ourId))
                        .anyMatch(number -> number.aiAutoreply());
    }

    public List<PlainLine> getPlain() {
        return PlainSettings.of(bot().settings());
    }

    public SourceCard getSource() {
        var known = source;
        if (known == null) {
            known = new SourceCard(bot(), cards.missing(bot()), usage.tokensToday(bot().id()));
            source = known;
        }
        return known;
    }

    /** The latest ones. */
    public List<DecisionRow> getDecisions() {
        var known = decisions;
        if (known == null) {
            var byId = rules().stream().collect(Collectors.toMap(RuleView::id, Function.identity()));
            known =
                    botDecisions
                            .list(me.workspaceId(), new BotDecisions.Filter(bot().id(), null, null), DECISIONS, null)
                            .stream()
                            .map(one -> new DecisionRow(one, one.ruleId() == null ? null : byId.get(one.ruleId())))
                            .toList();
            decisions = known;
        }
        return known;
    }
}
