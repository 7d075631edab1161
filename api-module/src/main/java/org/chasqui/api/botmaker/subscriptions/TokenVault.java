package org.chasqui.api.botmaker.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;

/** Seals the tokens of endpoints: clients are shown them again, so a hash would not do. */
@ApplicationScoped
class TokenVault {
    @Inject
    Keyring keyring;

    String seal(UUID webhookId, String token) {
        return keyring.box().seal(token, place(webhookId));
    }

    String open(UUID webhookId, String sealed) {
        return keyring.box().open(sealed, place(webhookId));
    }

    /** Whether it was sealed with an older key of the installation. */
    boolean isOutdated(String sealed) {
        return keyring.box().isOutdated(sealed);
    }

    private static SecretBox.Place place(UUID webhookId) {
        return new SecretBox.Place("api_botmaker_webhook", "token", webhookId);
    }
}
