package org.chasqui.sandbox.world;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.sandbox.meta.GraphFailure;
import org.jspecify.annotations.Nullable;

/** The codes that the login window gives: each is good for 30 seconds and for one exchange. Not kept over a restart. */
public final class SignupCodes {

    /** How long a code lives, in milliseconds. */
    public static final long LIFE = 30_000;

    private static final long REMEMBERED = 3_600_000;

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /**
     * What a code stands for.
     *
     * @param tokenLife milliseconds that its token will live, 0 for ever
     * @param redeemed whether its token was given
     */
    record Grant(Set<String> scopes, String waba, long expiresAt, long tokenLife, boolean redeemed) {
        Grant taken() {
            return new Grant(scopes, waba, expiresAt, tokenLife, true);
        }
    }

    /** The grant, or why there is none. */
    record Answer(@Nullable Grant grant, @Nullable GraphFailure failure) {}

    String issue(Set<String> scopes, String waba, long expiresAt, long tokenLife) {
        StringBuilder code = new StringBuilder("AQ");
        ThreadLocalRandom.current().ints(120, 0, 36).forEach(digit -> code.append(Character.forDigit(digit, 36)));
        grants.values().removeIf(grant -> grant.expiresAt() + REMEMBERED < expiresAt);
        grants.put(code.toString(), new Grant(Set.copyOf(scopes), waba, expiresAt, tokenLife, false));
        return code.toString();
    }

    synchronized Answer redeem(String code, long now) {
        Grant grant = grants.get(code);
        if (grant == null) {
            return new Answer(null, GraphFailure.invalidCode());
        }
        if (grant.redeemed()) {
            return new Answer(null, GraphFailure.usedCode());
        }
        if (now >= grant.expiresAt()) {
            return new Answer(null, GraphFailure.expiredCode());
        }
        grants.put(code, grant.taken());
        return new Answer(grant, null);
    }
}
