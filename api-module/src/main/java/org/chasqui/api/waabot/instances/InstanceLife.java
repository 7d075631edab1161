package org.chasqui.api.waabot.instances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.accounts.onboarding.OnboardingState;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.jspecify.annotations.Nullable;

/** How instances stand: those with a number as their number does, the others by how they are to get one. */
@ApplicationScoped
public class InstanceLife {
    @Inject
    LifeStore store;

    @Inject
    Instances instances;

    @Inject
    Onboardings onboardings;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    /** What is known of an instance beside its number. */
    @Transactional
    public Life of(WaabotInstance instance) {
        return store.find(instance.id()).orElse(new Life(instance.id(), null, null));
    }

    /** Changes it; two who do so come one after the other. */
    @Transactional
    public Life change(WaabotInstance instance, UnaryOperator<Life> how) {
        var changed = how.apply(store.lock(instance.id()));
        store.save(changed);
        return changed;
    }

    /** The instances of a workspace that wait for the number of a link, the newest first. */
    @Transactional
    public List<WaabotInstance> waiting(UUID workspaceId) {
        return store.waiting(workspaceId).stream()
                .flatMap(objectId -> instances.find(workspaceId, objectId).stream())
                .toList();
    }

    /** Notes that a number is an instance's: nobody who has left it comes back to it. */
    @Transactional
    public void taken(UUID numberId) {
        store.taken(numberId);
    }

    /**
     * Whether the workspace had an instance with this {@code _id} and deleted it.
     *
     * @param onlyNumber our id of the only number that the caller may use; null for all
     */
    @Transactional
    public boolean wasDeleted(UUID workspaceId, String objectId, @Nullable UUID onlyNumber) {
        return store.wasDeleted(workspaceId, objectId, onlyNumber);
    }

    /**
     * How an instance stands.
     *
     * @param number its number; empty for one that has none
     */
    @Transactional
    public InstanceStatus status(WaabotInstance instance, Optional<NumberView> number) {
        if (number.isPresent()) {
            return hasToken(instance.workspaceId(), number.get())
                    ? InstanceStatus.of(number)
                    : InstanceStatus.DISCONNECTED;
        }
        var life = of(instance);
        var link = life.linkId();
        var run = link == null
                ? Optional.<OnboardingState>empty()
                : onboardings.ofLink(link).map(OnboardingView::state);
        if (run.filter(state -> state == OnboardingState.RUNNING).isPresent()) {
            return InstanceStatus.CONNECTING;
        }
        return life.leftNumberId() == null ? InstanceStatus.QRCODE : InstanceStatus.DISCONNECTED;
    }

    /** A number whose token has ended is shut off, whatever Meta says of the number itself. */
    private boolean hasToken(UUID workspaceId, NumberView number) {
        return accounts.list(workspaceId).stream()
                .filter(account -> account.id().equals(number.sender().accountId()))
                .noneMatch(this::hasEnded);
    }

    private boolean hasEnded(AccountView account) {
        var end = account.tokenEndsAt();
        return end != null && !end.isAfter(clock.instant());
    }
}
