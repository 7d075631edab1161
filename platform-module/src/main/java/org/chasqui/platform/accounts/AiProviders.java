package org.chasqui.platform.accounts;

import java.util.UUID;

/** What numbers tell about the bots that answer on them: a port, because bots live above. */
public interface AiProviders {
    /** Whether a bot has an AI, or a server of the customer's, that could be asked. */
    boolean isConfigured(UUID botId);
}
