package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.BotDirectory;
import org.chasqui.platform.accounts.NumberBots;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/** The front door of bots: make, change, switch, remove. */
@ApplicationScoped
public class Bots implements BotDirectory {
    private static final int MOST = 100;

    @Inject
    BotStore store;

    @Inject
    BotCheck check;

    @Inject
    WorkNotes work;

    @Inject
    AnswerSources sources;

    @Inject
    NumberBots numbers;

    @Inject
    AuditTrail audit;

    @Inject
    Event<BotsChanged> changed;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * What a change did.
     *
     * @param bot as it is now
     * @param changed whether anything is other than before
     */
    public record Change(BotView bot, boolean changed) {}

    /**
     * Makes a bot. What the wish leaves out is as {@link BotSettings#DEFAULT} says; it is active unless the wish says
     * otherwise.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong, or CONFLICT when there are too many
     */
    @Transactional
    public BotView create(UUID workspaceId, BotWish wish) {
        if (wish.name() == null) {
            throw RequestFailed.invalid("name", "is missing: what people call the bot.");
        }
        if (store.list(workspaceId).size() >= MOST) {
            throw new RequestFailed(FailureCode.CONFLICT, "A workspace has " + MOST + " bots at most.");
        }
        var now = now();
        var blank = new BotView(
                ids.next(),
                workspaceId,
                "",
                BotKind.RULES,
                true,
                BotSettings.DEFAULT,
                AiSettings.NONE,
                false,
                ExternalBotSettings.NONE,
                now,
                now);
        var row = check.with(new BotRow(blank, null, null), wish, now);
        store.save(row);
        note(row.view(), wish.by(), "bot.created");
        return row.view();
    }

    /**
     * Changes a bot. One that begins to answer goes through what nobody has answered, when it is set so.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public Change change(UUID workspaceId, UUID id, BotWish wish) {
        var old = store.demand(workspaceId, id);
        var row = check.with(old, wish, now());
        boolean isChanged = row != old;
        if (isChanged) {
            store.save(row);
            note(row.view(), wish.by(), "bot.changed");
            begin(old.view(), row.view());
        }
        return new Change(row.view(), isChanged);
    }

    /** Switches a bot on when it is off, and off when it is on. */
    @Transactional
    public BotView toggle(UUID workspaceId, UUID id, String by) {
        boolean active = store.demand(workspaceId, id).view().active();
        return change(workspaceId, id, new BotWish(null, null, !active, null, null, null, null, null, by))
                .bot();
    }

    private void begin(BotView before, BotView now) {
        boolean begins = now.isAnswering()
                && now.settings().switches().replyToUnread()
                && !(before.isAnswering() && before.settings().switches().replyToUnread());
        if (begins) {
            work.begun(now);
        }
    }

    /** Removes a bot with its rules; numbers that it answered on have none then. Its decisions stay until they are old. */
    @Transactional
    public void delete(UUID workspaceId, UUID id, String by) {
        var bot = store.demand(workspaceId, id).view();
        numbers.unlinkAll(workspaceId, id);
        store.delete(id);
        note(bot, by, "bot.deleted");
    }

    /** A bot of the workspace. */
    @Transactional
    public Optional<BotView> find(UUID workspaceId, UUID id) {
        return store.find(workspaceId, id).map(BotRow::view);
    }

    @Override
    @Transactional
    public boolean exists(UUID workspaceId, UUID botId) {
        return find(workspaceId, botId).isPresent();
    }

    /** The bots of the workspace, the newest first. */
    @Transactional
    public List<BotView> list(UUID workspaceId) {
        return store.list(workspaceId);
    }

    /** What a bot's AI or server lacks, in a sentence; null when nothing, or when it has neither. */
    public @Nullable String missing(BotView bot) {
        return sources.missing(bot);
    }

    private void note(BotView bot, String by, String action) {
        audit.record(
                bot.workspaceId(),
                by,
                action,
                bot.name(),
                Map.of("bot_id", bot.id().toString()));
        changed.fire(new BotsChanged(bot.workspaceId(), bot.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
