package org.chasqui.api.botmaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.NewApiKey;

/**
 * What Botmaker calls credentials: a key ({@code accessToken}) with the texts that it is renewed with. The API tells them to who
 * has the key; the dashboard shows them once, when the key is made.
 */
@ApplicationScoped
public class Credentials {
    @Inject
    RefreshTokens tokens;

    @Inject
    KeyPreferences preferences;

    @Inject
    ApiKeys keys;

    @Inject
    Sql jdbc;

    @Inject
    Clock clock;

    /** What goes with a key; worth as much as the key is. */
    public record Texts(String clientId, String secretId, String refreshToken) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "Texts[" + clientId + "]";
        }
    }

    /** The texts that a key is renewed with. */
    public Texts of(ApiKeyView key) {
        return new Texts(key.id().toString(), tokens.secretId(key), tokens.refreshToken(key));
    }

    /**
     * Makes a key that is like the old one and ends when it would have, and ends the old one. As no key of the native API outlives
     * the one that made it, renewing does not put off an end that was set: otherwise it would be none.
     *
     * @return empty when the texts are not ours, or the key was revoked: renewed already, for example
     * @throws RequestFailed TOKEN_EXPIRED when that end has come
     */
    @Transactional
    public Optional<NewApiKey> renew(Texts given) {
        return tokens.read(given.secretId(), given.refreshToken())
                .filter(subject -> subject.keyId().toString().equalsIgnoreCase(given.clientId()))
                .flatMap(this::renewed);
    }

    private Optional<NewApiKey> renewed(RefreshTokens.Subject subject) {
        lock(subject.keyId());
        return keys.list(subject.workspaceId()).stream()
                .filter(key -> key.id().equals(subject.keyId()) && key.revokedAt() == null)
                .filter(key -> key.kind() == KeyKind.BOTMAKER)
                .findFirst()
                .map(this::replaced);
    }

    private NewApiKey replaced(ApiKeyView old) {
        if (old.isExpired(clock.instant())) {
            throw new RequestFailed(
                    FailureCode.TOKEN_EXPIRED,
                    "These credentials ended at " + old.expiresAt()
                            + ", and renewing does not put that off: generate new ones in the dashboard.");
        }
        var made = keys.create(new CreateApiKey(
                old.workspaceId(),
                old.name(),
                old.kind(),
                old.scopes(),
                old.phoneNumberId(),
                old.expiresAt(),
                old.name()));
        preferences.setAcceptedStatus(made.key().id(), preferences.acceptedStatus(old.id()));
        keys.revoke(old.workspaceId(), old.id(), old.name());
        return made;
    }

    /** Of two who renew with the same texts at the same time, one waits and finds the key revoked. */
    private void lock(UUID keyId) {
        jdbc.execute("waiting for another renewal of a key", connection -> {
            try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                statement.setLong(1, keyId.getMostSignificantBits() ^ keyId.getLeastSignificantBits());
                statement.execute();
            }
        });
    }
}
