package org.chasqui.messaging.dispatch;

import java.util.EnumMap;
import java.util.Map;
import org.chasqui.messaging.messages.Lane;

/**
 * How the tokens of one round are shared between the lanes: one-time codes half of the tokens
 * when they need them, then utility and marketing at 7 to 1, and none starves. Fractions are carried to the next round, so that a number which sends one message at a time keeps
 * the shares as well. What a lane does not use, the caller offers to the others.
 */
final class LaneShares {
    private final Map<Lane, Double> carried = new EnumMap<>(Lane.class);

    /**
     * Shares out tokens between lanes that have something to send.
     *
     * @param busy whether a lane may have something
     * @return tokens for each lane; their sum is {@code tokens} when any lane is busy
     */
    Map<Lane, Integer> share(int tokens, Map<Lane, Boolean> busy) {
        var shares = new EnumMap<Lane, Integer>(Lane.class);
        double weight = 0;
        for (var lane : Lane.values()) {
            shares.put(lane, 0);
            if (busy.getOrDefault(lane, false)) {
                weight += weight(lane);
            } else {
                carried.remove(lane);
            }
        }
        if (weight == 0) {
            return shares;
        }
        int left = tokens;
        for (var lane : Lane.values()) {
            if (busy.getOrDefault(lane, false)) {
                carried.merge(lane, tokens * weight(lane) / weight, Double::sum);
            }
        }
        while (left > 0) {
            var richest = richest();
            carried.merge(richest, -1.0, Double::sum);
            shares.merge(richest, 1, Integer::sum);
            left--;
        }
        return shares;
    }

    private static double weight(Lane lane) {
        return switch (lane) {
            case AUTHENTICATION -> 0.50;
            case UTILITY -> 0.44;
            case MARKETING -> 0.06;
        };
    }

    private Lane richest() {
        return carried.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
