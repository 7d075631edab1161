package org.chasqui.platform.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The API keys of all workspaces. */
@ApplicationScoped
public class ApiKeys {
    /** The key with this secret, when it is neither revoked nor expired. Answered from memory for 30 seconds. */
    public Optional<ApiKeyView> authenticate(String secret) {
        throw new UnsupportedOperationException("to follow");
    }

    /** Makes a key. The caller has checked that whoever asks may grant the scopes. */
    public NewApiKey create(CreateApiKey wish) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The keys of a workspace, the newest first, revoked ones included. */
    public List<ApiKeyView> list(UUID workspaceId) {
        throw new UnsupportedOperationException("to follow");
    }

    /**
     * Revokes a key: at once on this node, within 30 seconds on others. Revoking twice changes nothing.
     *
     * @throws org.chasqui.platform.failure.RequestFailed NOT_FOUND when the workspace has no such key
     */
    public void revoke(UUID workspaceId, UUID keyId) {
        throw new UnsupportedOperationException("to follow");
    }
}
