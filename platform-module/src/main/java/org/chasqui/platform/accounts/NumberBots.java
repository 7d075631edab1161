package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Which bot answers on a number, and whether it may by itself. Kept with the number; the bots are others'. */
@ApplicationScoped
public class NumberBots {
    @Inject
    DataSource dataSource;

    @Inject
    Instance<BotDirectory> bots;

    @Inject
    AuditTrail audit;

    @Inject
    Event<NumbersMoved> moved;

    @Inject
    Event<NumberBotChanged> changed;

    /**
     * Links a bot to a number, or unlinks the one that is.
     *
     * @param botId null to unlink
     * @param by e-mail of a person, or name of a key
     * @throws RequestFailed VALIDATION_FAILED of the field {@code bot_id} when the workspace has no such bot
     */
    @Transactional
    public void link(SenderNumber number, @Nullable UUID botId, String by) {
        if (botId != null && bots.stream().noneMatch(known -> known.exists(number.workspaceId(), botId))) {
            throw RequestFailed.invalid(
                    "bot_id", "no bot of this workspace has this id. GET /api/v1/whatsapp/bots lists them.");
        }
        update("update plt_phone_number set bot_id = ? where id = ?", botId, number.id());
        tell(number, botId, by, botId == null ? "number.bot_unlinked" : "number.bot_linked");
    }

    /** Whether the bot of a number may answer by itself with more than its rules. */
    @Transactional
    public void autoreply(NumberView number, boolean enabled, String by) {
        update(
                "update plt_phone_number set ai_autoreply = ? where id = ?",
                enabled,
                number.sender().id());
        tell(number.sender(), number.botId(), by, enabled ? "number.autoreply_on" : "number.autoreply_off");
    }

    /** A bot is gone: its numbers have none. */
    @Transactional
    public void unlinkAll(UUID workspaceId, UUID botId) {
        update("update plt_phone_number set bot_id = null where bot_id = ? and workspace_id = ?", botId, workspaceId);
        moved.fire(new NumbersMoved());
    }

    private void tell(SenderNumber number, @Nullable UUID botId, String by, String action) {
        audit.record(
                number.workspaceId(),
                by,
                action,
                number.displayPhoneNumber(),
                botId == null ? Map.of() : Map.of("bot_id", botId.toString()));
        moved.fire(new NumbersMoved());
        changed.fire(new NumberBotChanged(number, botId));
    }

    private void update(String sql, @Nullable Object value, UUID id) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.setObject(2, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The bot of a number could not be written", failed);
        }
    }
}
