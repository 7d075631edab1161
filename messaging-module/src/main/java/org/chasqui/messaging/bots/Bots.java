package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;

/** The front door of bots: make, change, switch, remove. */
@ApplicationScoped
public class Bots {
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
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public BotView create(UUID workspaceId, BotWish wish) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Changes a bot. One that begins to answer goes through what nobody has answered, when it is set so.
     *
     * @throws RequestFailed NOT_FOUND, or VALIDATION_FAILED with the field that is wrong
     */
    @Transactional
    public Change change(UUID workspaceId, UUID id, BotWish wish) {
        throw new UnsupportedOperationException("follows");
    }

    /** Switches a bot on when it is off, and off when it is on. */
    @Transactional
    public BotView toggle(UUID workspaceId, UUID id, String by) {
        throw new UnsupportedOperationException("follows");
    }

    /** Removes a bot with its rules; numbers that it answered on have none then. Its decisions stay until they are old. */
    @Transactional
    public void delete(UUID workspaceId, UUID id, String by) {
        throw new UnsupportedOperationException("follows");
    }

    /** A bot of the workspace. */
    @Transactional
    public Optional<BotView> find(UUID workspaceId, UUID id) {
        throw new UnsupportedOperationException("follows");
    }

    /** The bots of the workspace, the newest first. */
    @Transactional
    public List<BotView> list(UUID workspaceId) {
        throw new UnsupportedOperationException("follows");
    }
}
