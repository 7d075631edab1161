package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The numbers that can send. Everything is answered from memory: the whole table is small, is read again every few
 * seconds and at once after a change made on this node.
 */
@ApplicationScoped
public class PhoneNumbers {
    /** A number of the workspace by our UUID or by Meta's id; empty for a number of another workspace. */
    public Optional<SenderNumber> find(UUID workspaceId, String ourIdOrMetaId) {
        throw new UnsupportedOperationException("to follow");
    }

    /** A number by our id, whatever its workspace: for background work, never for a request. */
    public Optional<SenderNumber> byId(UUID id) {
        throw new UnsupportedOperationException("to follow");
    }

    /** A number by Meta's id, whatever its workspace: for webhooks, never for a request. */
    public Optional<SenderNumber> byPhoneNumberId(String phoneNumberId) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The numbers of a workspace, the oldest first. */
    public List<SenderNumber> list(UUID workspaceId) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The numbers of all workspaces: for background work. */
    public List<SenderNumber> all() {
        throw new UnsupportedOperationException("to follow");
    }

    /**
     * The token to call Graph with for this number, decrypted.
     *
     * @throws org.chasqui.platform.failure.RequestFailed NUMBER_NOT_READY when the number has none
     */
    public String accessToken(SenderNumber number) {
        throw new UnsupportedOperationException("to follow");
    }
}
