package org.chasqui.api.graph.nodes;

import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A node of Graph that the client may see.
 *
 * @param metaId Meta's id, for the path
 * @param workspaceId who owns it
 * @param token what Meta is asked with; never shown
 * @param number a number of its account, or the number itself; null while the account has none
 */
record OwnNode(
        Kind kind,
        String metaId,
        UUID workspaceId,
        String token,
        @Nullable SenderNumber number) {
    /** What it is. */
    enum Kind {
        NUMBER,
        ACCOUNT,
        TEMPLATE
    }

    @Override
    public String toString() {
        return kind + " " + metaId;
    }
}
