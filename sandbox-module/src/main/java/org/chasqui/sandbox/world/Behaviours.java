package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.sandbox.meta.Scenario;
import org.chasqui.sandbox.meta.Scenarios;
import org.jspecify.annotations.Nullable;

/** Scenarios that were set by hand: for a person, or for a business number, until cleared or for the next n messages. Not kept over a restart. */
public final class Behaviours {

    private final Map<String, Behaviour> byTarget = new ConcurrentHashMap<>();

    private static final class Behaviour {
        private final Scenario scenario;
        private final @Nullable AtomicInteger left;
        private final int statusDelay;

        Behaviour(Scenario scenario, @Nullable AtomicInteger left, int statusDelay) {
            this.scenario = scenario;
            this.left = left;
            this.statusDelay = statusDelay;
        }
    }

    /** What was picked for a message; {@code statusDelay} milliseconds are added to its statuses. */
    record Choice(Scenario scenario, int statusDelay) {}

    /**
     * Sets a scenario.
     *
     * @param target a WhatsApp id, or the id of a business number
     * @param times how many messages it holds for, 0 for all
     * @param statusDelay milliseconds added to the times of statuses
     */
    public void set(String target, Scenario scenario, int times, int statusDelay) {
        if (scenario.isNormal() && statusDelay == 0) {
            byTarget.remove(target);
        } else {
            AtomicInteger left = times > 0 ? new AtomicInteger(times) : null;
            byTarget.put(target, new Behaviour(scenario, left, statusDelay));
        }
    }

    /** Back to normal for all. */
    public void clear() {
        byTarget.clear();
    }

    /** Back to normal for one. */
    public void clear(String target) {
        byTarget.remove(target);
    }

    /** The person's behaviour goes before the number's, and that before the magic digits. */
    Choice choose(String number, String person) {
        if (!byTarget.isEmpty()) {
            Choice choice = take(person);
            if (choice == null) {
                choice = take(number);
            }
            if (choice != null) {
                return choice;
            }
        }
        return new Choice(Scenarios.of(person), 0);
    }

    private @Nullable Choice take(String target) {
        Behaviour behaviour = byTarget.get(target);
        if (behaviour == null) {
            return null;
        }
        if (behaviour.left != null) {
            int left = behaviour.left.decrementAndGet();
            if (left <= 0) {
                byTarget.remove(target, behaviour);
            }
            if (left < 0) {
                return null;
            }
        }
        return new Choice(behaviour.scenario, behaviour.statusDelay);
    }

    /** What is set at present. */
    public ArrayNode toJson() {
        ArrayNode list = Json.object().putArray("behaviours");
        byTarget.forEach((target, behaviour) -> {
            ObjectNode json = list.addObject().put("target", target).put("scenario", behaviour.scenario.key());
            json.put("code", behaviour.scenario.code()).put("status_delay", behaviour.statusDelay);
            json.put("left", behaviour.left == null ? null : behaviour.left.get());
        });
        return list;
    }
}
