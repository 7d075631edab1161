package org.chasqui.api.botmaker.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.SecretUnreadable;

/**
 * After a change of the encryption key: the tokens of all endpoints move over to the new key when a node starts with it, as
 * the secrets of all webhooks do. An endpoint whose token nobody can open would be told nothing any more.
 */
@ApplicationScoped
class SealRenewal {
    private static final Logger LOG = System.getLogger(SealRenewal.class.getName());

    @Inject
    SubscriptionStore store;

    void renew(@Observes DatabaseReady ready) {
        int renewed = 0;
        for (var outdated : store.outdatedTokens().entrySet()) {
            try {
                store.renewSeal(outdated.getKey(), outdated.getValue());
                renewed++;
            } catch (SecretUnreadable lost) {
                LOG.log(Level.ERROR, "the token of endpoint {0} is lost: {1}", outdated.getKey(), lost.getMessage());
            }
        }
        if (renewed > 0) {
            LOG.log(Level.INFO, "the tokens of {0} Botmaker endpoints are sealed with the new key now", renewed);
        }
    }
}
