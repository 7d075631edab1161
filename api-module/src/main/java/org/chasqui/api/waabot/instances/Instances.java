package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.secrets.SecretUnreadable;
import org.jspecify.annotations.Nullable;

/**
 * The instances of all workspaces. Every connected number is one: whoever comes from Waabot finds what was connected in the
 * dashboard, and what he deleted stays away until he makes it anew.
 */
@ApplicationScoped
public class Instances {
    private static final Logger LOG = System.getLogger(Instances.class.getName());

    @Inject
    InstanceStore store;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    void renewSeals(@Observes DatabaseReady ready) {
        try {
            int renewed = store.renewSeals();
            if (renewed > 0) {
                LOG.log(Level.INFO, "the credentials of {0} instances are sealed with the new key now", renewed);
            }
        } catch (SecretUnreadable lost) {
            LOG.log(Level.ERROR, "the credentials of an instance cannot be read: {0}", lost.getMessage());
        }
    }

    /** The instance whose two secrets these are; empty when one of them is wrong. */
    @Transactional
    public Optional<WaabotInstance> byCredentials(String sessionId, String accessToken) {
        return store.bySession(sessionId).filter(instance -> InstanceVault.isSame(instance.accessToken(), accessToken));
    }

    /** An instance of the workspace by its {@code _id}. */
    @Transactional
    public Optional<WaabotInstance> find(UUID workspaceId, String objectId) {
        return store.byObjectId(workspaceId, objectId);
    }

    /** The instance of an endpoint, whatever its workspace: for background work, never for a request. */
    @Transactional
    public Optional<WaabotInstance> ofWebhook(UUID webhookId) {
        return store.byWebhook(webhookId);
    }

    /** The instance of a number, whatever its workspace; empty when it never was one: for background work. */
    @Transactional
    public Optional<WaabotInstance> ofNumber(UUID numberId) {
        return store.byNumber(numberId);
    }

    /** The instances of a workspace, the oldest first; numbers that are none yet become some. */
    @Transactional
    public List<WaabotInstance> list(UUID workspaceId) {
        var known = store.ofWorkspace(workspaceId);
        boolean grown = false;
        for (var number : numbers.list(workspaceId)) {
            boolean isKnown = known.stream().anyMatch(instance -> number.id().equals(instance.numberId()));
            if (!isKnown && !store.wasDeleted(number.id())) {
                grown |= store.add(fresh(workspaceId, number.id()));
            }
        }
        return grown ? store.ofWorkspace(workspaceId) : known;
    }

    /** The instance of a number of the workspace, made when there is none, or when it was deleted. */
    @Transactional
    public WaabotInstance demand(UUID workspaceId, UUID numberId) {
        var known = store.byNumber(numberId);
        if (known.isEmpty()) {
            store.add(fresh(workspaceId, numberId));
        }
        return known.or(() -> store.byNumber(numberId)).orElseThrow();
    }

    /**
     * Makes an instance whose number is still to be connected.
     *
     * @param botId the bot that shall answer there; null for none
     */
    @Transactional
    public WaabotInstance create(UUID workspaceId, @Nullable UUID botId) {
        var made = fresh(workspaceId, null).withBot(botId);
        store.add(made);
        return made;
    }

    /**
     * The instance as it is now, which nobody else changes before the transaction ends.
     *
     * @throws RequestFailed NOT_FOUND when it was deleted meanwhile
     */
    @Transactional
    public WaabotInstance lock(WaabotInstance instance) {
        return store.lock(instance.id()).orElseThrow(() -> RequestFailed.notFound("instance", instance.objectId()));
    }

    /**
     * Changes an instance; what is made of it decides what is new. Ids, secrets and owner stay as they are. What others have
     * changed since it was read stays changed; one that was deleted meanwhile stays deleted.
     *
     * @return the instance as it is now
     */
    @Transactional
    public WaabotInstance change(WaabotInstance read, UnaryOperator<WaabotInstance> how) {
        var instance = store.lock(read.id()).orElse(read);
        var wanted = how.apply(instance);
        var changed = new WaabotInstance(
                instance.id(),
                instance.objectId(),
                instance.workspaceId(),
                wanted.numberId(),
                wanted.botId(),
                wanted.webhookId(),
                wanted.webhookEvents(),
                instance.sessionId(),
                instance.accessToken(),
                wanted.multiDevice(),
                wanted.sendWebhook(),
                instance.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.save(changed);
        return changed;
    }

    /** Removes an instance; its number goes on without it. */
    @Transactional
    public void delete(WaabotInstance instance) {
        store.delete(instance.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private WaabotInstance fresh(UUID workspaceId, @Nullable UUID numberId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new WaabotInstance(
                ids.next(),
                ForeignIds.objectId(clock),
                workspaceId,
                numberId,
                null,
                null,
                List.of(),
                ForeignIds.secret(),
                ForeignIds.secret(),
                false,
                false,
                now,
                now);
    }
}
