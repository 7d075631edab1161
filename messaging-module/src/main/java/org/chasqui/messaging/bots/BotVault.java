package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.chasqui.platform.outgoing.Signer;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

/** Seals the secrets of bots, each for its own column of its own row. */
@ApplicationScoped
class BotVault {
    private static final String TABLE = "msg_bot";
    private static final String AI_KEY = "ai_key";
    private static final String EXTERNAL_SECRET = "external_secret";

    @Inject
    Keyring keyring;

    String sealAiKey(UUID botId, String key) {
        return keyring.box().seal(key, place(botId, AI_KEY));
    }

    String sealExternalSecret(UUID botId, String secret) {
        return keyring.box().seal(secret, place(botId, EXTERNAL_SECRET));
    }

    /** A secret of Standard Webhooks. */
    static String newExternalSecret() {
        return Signer.newSecret();
    }

    @Nullable
    String aiKey(BotRow row) {
        return open(row.aiKey(), place(row.view().id(), AI_KEY));
    }

    @Nullable
    String externalSecret(BotRow row) {
        return open(row.externalSecret(), place(row.view().id(), EXTERNAL_SECRET));
    }

    boolean isOutdated(BotRow row) {
        return Stream.of(row.aiKey(), row.externalSecret())
                .anyMatch(kept -> kept != null && keyring.box().isOutdated(kept));
    }

    /** The bot with everything sealed with the current key. */
    BotRow renewed(BotRow row) {
        var id = row.view().id();
        var key = aiKey(row);
        var secret = externalSecret(row);
        return new BotRow(
                row.view(),
                key == null ? null : sealAiKey(id, key),
                secret == null ? null : sealExternalSecret(id, secret));
    }

    private @Nullable String open(@Nullable String kept, SecretBox.Place place) {
        return kept == null ? null : keyring.box().open(kept, place);
    }

    private static SecretBox.Place place(UUID id, String column) {
        return new SecretBox.Place(TABLE, column, id);
    }
}
