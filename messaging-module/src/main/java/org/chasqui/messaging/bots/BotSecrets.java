package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.SecretUnreadable;

/** What bots need and nobody may read: for who calls an AI or a server in the name of a bot, never for a page. */
@ApplicationScoped
public class BotSecrets {
    private static final Logger LOG = System.getLogger(BotSecrets.class.getName());
    private static final int SHOWN = 4;
    private static final int LEAST_TO_SHOW = 12;

    @Inject
    BotStore store;

    @Inject
    BotVault vault;

    /** After a change of the encryption key everything moves over to the new one when a node starts with it. */
    @Transactional
    public void renew(@Observes DatabaseReady ready) {
        for (var row : store.withSecrets()) {
            try {
                if (vault.isOutdated(row)) {
                    store.save(vault.renewed(row));
                }
            } catch (SecretUnreadable lost) {
                LOG.log(
                        Level.ERROR,
                        "bot {0} has lost its secrets: {1}",
                        row.view().id(),
                        lost.getMessage());
            }
        }
    }

    /** The key of a bot's AI; empty when it needs none. Whatever the workspace: for background work, never for a request. */
    @Transactional
    public Optional<String> aiKey(UUID botId) {
        return store.byId(botId).map(vault::aiKey);
    }

    /** The secret that posts to a bot's server are signed with; empty when the bot has no server. As {@link #aiKey}. */
    @Transactional
    public Optional<String> externalSecret(UUID botId) {
        return store.byId(botId).map(vault::externalSecret);
    }

    /** The end of an AI's key, by which its owner knows it again; empty when there is none, or when it is too short to tell. */
    @Transactional
    public Optional<String> aiKeyEnd(UUID workspaceId, UUID botId) {
        return store.find(workspaceId, botId)
                .map(vault::aiKey)
                .filter(key -> key.length() >= LEAST_TO_SHOW)
                .map(key -> key.substring(key.length() - SHOWN));
    }
}
