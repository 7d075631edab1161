package org.chasqui.api.waabot.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.waabot.instances.InstanceLife;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.Life;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.accounts.NumberConnected;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.onboarding.LinkView;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
import org.chasqui.platform.accounts.onboarding.Onboardings;

/** Brings instances and the numbers together that come in by their links. */
@ApplicationScoped
public class Pairing {
    private static final Logger LOG = System.getLogger(Pairing.class.getName());
    private static final int LONGEST_NAME = 80;

    /** What the audit trail says of whom nobody has asked. */
    private static final String BY_ITSELF = "system";

    @Inject
    Instances instances;

    @Inject
    InstanceLife lives;

    @Inject
    LifeCycle lifeCycle;

    @Inject
    Onboardings onboardings;

    @Inject
    OnboardingLinks links;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /** The link by which the number of an instance is to be connected: the one that it has, as long as that is good. */
    LinkView link(WaabotInstance instance, String name, boolean coexistence, String by) {
        var life = lives.change(instance, old -> withLink(old, instance, name, coexistence, by));
        return good(life, instance.workspaceId()).orElseThrow();
    }

    private Life withLink(Life life, WaabotInstance instance, String name, boolean coexistence, String by) {
        if (good(life, instance.workspaceId())
                .filter(link -> link.coexistence() == coexistence)
                .isPresent()) {
            return life;
        }
        var shown = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        var made = links.create(instance.workspaceId(), shown, coexistence, null, by);
        return new Life(life.instanceId(), made.id(), life.leftNumberId());
    }

    private Optional<LinkView> good(Life life, UUID workspaceId) {
        return Optional.ofNullable(life.linkId())
                .flatMap(id -> links.find(workspaceId, id))
                .filter(link -> link.state(clock.instant()) == LinkView.State.OPEN);
    }

    /** A number has come in; that an instance waits for it must not keep it from coming in. */
    void connected(@Observes NumberConnected event) {
        try {
            pair(event.number());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "a number was not given to its instance yet: {0}", DatabaseTrouble.named(failed));
        }
    }

    private void pair(SenderNumber number) {
        lives.waiting(number.workspaceId()).stream()
                .filter(instance -> numberOf(instance)
                        .filter(found -> found.id().equals(number.id()))
                        .isPresent())
                .findFirst()
                .ifPresent(instance -> give(instance, number));
    }

    /** Makes up for what was missed when a number came in. */
    void catchUp(UUID workspaceId) {
        for (var instance : lives.waiting(workspaceId)) {
            numberOf(instance).ifPresent(number -> give(instance, number));
        }
    }

    /** The number that the link of an instance has brought in; the first of several. */
    private Optional<SenderNumber> numberOf(WaabotInstance instance) {
        return Optional.ofNullable(lives.of(instance).linkId())
                .flatMap(onboardings::ofLink)
                .flatMap(run -> run.facts().numbers().stream()
                        .flatMap(node -> numbers.find(instance.workspaceId(), node.id()).stream())
                        .findFirst());
    }

    /**
     * An instance that a look at the list has made of the number in between gives way; one that somebody has set up keeps its
     * number.
     */
    private void give(WaabotInstance instance, SenderNumber number) {
        var holder = instances.ofNumber(number.id());
        if (holder.filter(Pairing::isInUse).isEmpty()) {
            holder.ifPresent(instances::delete);
            lifeCycle.attach(instance, number, BY_ITSELF);
        }
    }

    private static boolean isInUse(WaabotInstance instance) {
        return instance.webhookId() != null
                || instance.botId() != null
                || !instance.updatedAt().equals(instance.createdAt());
    }
}
