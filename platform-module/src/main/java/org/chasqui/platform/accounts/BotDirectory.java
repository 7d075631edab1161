package org.chasqui.platform.accounts;

import java.util.UUID;

/** Which bots there are: a port, implemented by who has them. */
public interface BotDirectory {

    /** Whether the workspace has such a bot. */
    boolean exists(UUID workspaceId, UUID botId);
}
