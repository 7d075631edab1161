package org.chasqui.messaging.contacts;

import java.util.List;
import java.util.UUID;

/**
 * Fired inside the transaction in which people opted out or in.
 *
 * @param changes at least one; only what was not known before
 */
public record ConsentsChanged(List<Change> changes) {
    /** A word that changed something, and the workspace of who said it. */
    public record Change(UUID workspaceId, ContactView contact, Consent consent) {}
}
