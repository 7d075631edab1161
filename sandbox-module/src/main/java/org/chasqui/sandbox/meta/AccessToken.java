package org.chasqui.sandbox.meta;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token may do.
 *
 * @param scopes Meta's permission names, for example {@code whatsapp_business_messaging}
 * @param wabas ids of the accounts that it sees; empty means all accounts of the app
 * @param expiresAt milliseconds since the epoch, 0 for never
 */
public record AccessToken(String value, Set<String> scopes, Set<String> wabas, long issuedAt, long expiresAt) {

    public static final String MESSAGING = "whatsapp_business_messaging";
    public static final String MANAGEMENT = "whatsapp_business_management";

    public AccessToken {
        scopes = Set.copyOf(scopes);
        wabas = Set.copyOf(wabas);
    }

    /** Whether the token has run out at this time (milliseconds). */
    public boolean isExpired(long now) {
        return expiresAt != 0 && now >= expiresAt;
    }

    /** Whether the token reaches this account. */
    public boolean sees(String waba) {
        return wabas.isEmpty() || wabas.contains(waba);
    }

    /** Meta's first checks: the token itself (190), then the permission of the app (10). */
    public static @Nullable GraphFailure check(@Nullable AccessToken token, String scope, long now) {
        if (token == null) {
            return GraphFailure.noToken();
        }
        if (token.isExpired(now)) {
            return GraphFailure.expiredToken();
        }
        return token.scopes.contains(scope) ? null : GraphFailure.noPermission();
    }

    /** The third check: the token must have been given this account (200). */
    public @Nullable GraphFailure checkAccess(String waba) {
        return sees(waba) ? null : GraphFailure.noAccess();
    }
}
