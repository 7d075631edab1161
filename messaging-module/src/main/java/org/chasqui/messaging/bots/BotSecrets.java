package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What bots need and nobody may read: for who calls an AI or a server in the name of a bot, never for a page. */
@ApplicationScoped
public class BotSecrets {

    /** The key of a bot's AI; empty when it needs none. Whatever the workspace: for background work, never for a request. */
    @Transactional
    public Optional<String> aiKey(UUID botId) {
        throw new UnsupportedOperationException("follows");
    }

    /** The secret that posts to a bot's server are signed with; empty when the bot has no server. As {@link #aiKey}. */
    @Transactional
    public Optional<String> externalSecret(UUID botId) {
        throw new UnsupportedOperationException("follows");
    }

    /** A new key of an AI, to show its owner that it was kept: the last four characters; empty when there is none. */
    @Transactional
    public Optional<String> aiKeyEnd(UUID workspaceId, UUID botId) {
        throw new UnsupportedOperationException("follows");
    }
}
