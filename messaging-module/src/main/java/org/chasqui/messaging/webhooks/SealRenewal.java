package org.chasqui.messaging.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.SecretUnreadable;

/**
 * After a change of the encryption key: the secrets and headers of all endpoints move over to the new key when a node
 * starts with it, so that the old one can be taken out after the last node has.
 */
@ApplicationScoped
class SealRenewal {
    private static final Logger LOG = System.getLogger(SealRenewal.class.getName());

    @Inject
    SealDesk desk;

    void renew(@Observes DatabaseReady ready) {
        int renewed = 0;
        for (var id : desk.outdated()) {
            try {
                renewed += desk.renew(id) ? 1 : 0;
            } catch (SecretUnreadable lost) {
                LOG.log(Level.ERROR, "endpoint {0} cannot sign: {1}", id, lost.getMessage());
            }
        }
        if (renewed > 0) {
            LOG.log(Level.INFO, "the secrets of {0} endpoints are sealed with the new key now", renewed);
        }
    }
}
