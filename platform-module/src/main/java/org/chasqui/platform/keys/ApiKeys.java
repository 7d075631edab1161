package org.chasqui.platform.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/**
 * The API keys of all workspaces.
 *
 * <p>Authentication is answered from memory: a secret that was seen in the last 30 seconds, right or wrong, costs no
 * look into the database.
 */
@ApplicationScoped
public class ApiKeys {
    private static final int MAX_NAME = 100;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MAX_REMEMBERED = 10_000;

    @Inject
    KeyLookup lookup;

    @Inject
    ApiKeyStore store;

    @Inject
    LastUse lastUse;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    AuditTrail audit;

    @Resource
    TransactionSynchronizationRegistry transaction;

    // Keyed by the hash, so that a heap dump does not hold the secrets.
    private final Cache<ByteBuffer, Optional<ApiKeyView>> known = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MAX_REMEMBERED)
            .build();

    /**
     * The key with this secret; empty when there is none or it is revoked. Answered from memory for 30 seconds.
     *
     * @throws RequestFailed TOKEN_EXPIRED when the key was given an end, and that end has come
     */
    public Optional<ApiKeyView> authenticate(String secret) {
        if (!Secrets.looksLikeOne(secret)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var key = known.get(ByteBuffer.wrap(Secrets.hash(secret)), hash -> lookup.byHash(hash.array()))
                .filter(found -> found.revokedAt() == null);
        key.ifPresent(found -> {
            if (found.isExpired(now)) {
                throw new RequestFailed(
                        FailureCode.TOKEN_EXPIRED,
                        "This API key expired at " + found.expiresAt() + ": ask for a new one.");
            }
            lastUse.note(found.id(), now);
        });
        return key;
    }

    /**
     * Makes a key. The caller has checked that whoever asks may grant the scopes.
     *
     * @throws RequestFailed VALIDATION_FAILED that names the wrong field
     */
    @Transactional
    public NewApiKey create(CreateApiKey wish) {
        return create(wish, Secrets.next());
    }

    /** Makes a key with a secret that the operator chose. */
    @Transactional
    public NewApiKey create(CreateApiKey wish, String secret) {
        check(wish);
        if (!Secrets.looksLikeOne(secret)) {
            throw RequestFailed.invalid(
                    "key", "must begin with cm_ and go on with 20 to 200 letters, digits, hyphens or underscores.");
        }
        var key = new ApiKey(ids.next(), wish, secret, clock.instant());
        store.add(key);
        audit.record(
                wish.workspaceId(),
                wish.createdBy(),
                "key.created",
                key.prefix,
                Map.of("name", key.name, "kind", key.kind.wireName(), "scopes", key.scopes));
        forgetAfterCommit(key.secretHash);
        return new NewApiKey(key.view(), secret);
    }

    /** The keys of a workspace, the newest first, revoked ones included. */
    @Transactional
    public List<ApiKeyView> list(UUID workspaceId) {
        return store.ofWorkspace(workspaceId).stream().map(ApiKey::view).toList();
    }

    /**
     * Revokes a key: at once on this node, within 30 seconds on others. Revoking twice changes nothing.
     *
     * @param by e-mail of the person, or name of the key, that asks
     * @throws RequestFailed NOT_FOUND when the workspace has no such key
     */
    @Transactional
    public void revoke(UUID workspaceId, UUID keyId, String by) {
        var key = store.byId(keyId)
                .filter(found -> found.workspaceId.equals(workspaceId))
                .orElseThrow(() -> RequestFailed.notFound("API key", keyId.toString()));
        if (key.revoke(clock.instant())) {
            audit.record(workspaceId, by, "key.revoked", key.prefix, Map.of("name", key.name));
        }
        forgetAfterCommit(key.secretHash);
    }

    private void check(CreateApiKey wish) {
        if (wish.name().isBlank() || wish.name().length() > MAX_NAME) {
            throw RequestFailed.invalid("name", "must have 1 to " + MAX_NAME + " characters.");
        }
        Scope.firstUnknown(wish.scopes()).ifPresent(scope -> {
            throw Scope.unknown(scope);
        });
        var expiresAt = wish.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw RequestFailed.invalid("expires_at", "must be in the future.");
        }
    }

    /** A look-up that runs while we commit may put the old state back, hence after the commit and not before. */
    private void forgetAfterCommit(byte[] secretHash) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to prepare.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    known.invalidate(ByteBuffer.wrap(secretHash));
                }
            }
        });
    }
}
