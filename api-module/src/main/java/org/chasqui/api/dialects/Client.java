package org.chasqui.api.dialects;

import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, however that was proven.
 *
 * @param id whose calls are counted: the key, the person or the instance
 * @param name for the audit trail and for refusals
 * @param scopes what may be done, {@code *} for everything
 * @param onlyNumber our id of the only number that may be used; null for all of the workspace
 */
public record Client(
        UUID workspaceId,
        UUID id,
        String name,
        Set<String> scopes,
        @Nullable UUID onlyNumber) {
    /** The holder of a key. */
    public static Client of(ApiKeyView key) {
        return new Client(key.workspaceId(), key.id(), key.name(), key.scopes(), key.phoneNumberId());
    }

    /** Whether a number of the workspace may be used. */
    public boolean mayUse(@Nullable UUID numberId) {
        return onlyNumber == null || onlyNumber.equals(numberId);
    }

    /** Whether the client holds a scope. */
    public boolean may(String scope) {
        return scopes.contains(Scope.ALL) || scopes.contains(scope);
    }

    /** Whether there is nothing that the client may not do with what is his: only he is shown secrets that prove as much. */
    public boolean mayDoEverything() {
        return scopes.contains(Scope.ALL) || scopes.containsAll(Set.of(Scope.READ, Scope.WRITE, Scope.SEND));
    }

    /**
     * Goes on when the client is not bound to one number.
     *
     * @param what belongs to the whole workspace, as the first words of a sentence
     * @throws RequestFailed PERMISSION_DENIED
     */
    public void demandWorkspace(String what) {
        if (onlyNumber != null) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    what + " belong to the whole workspace; \"" + name + "\" is bound to one number.");
        }
    }

    /**
     * Goes on when the client holds a scope.
     *
     * @throws RequestFailed PERMISSION_DENIED
     */
    public void demand(String scope) {
        if (!may(scope)) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "\"" + name + "\" lacks the scope " + scope + ". Scopes are given when a key is made: make one"
                            + " that has it.");
        }
    }
}
