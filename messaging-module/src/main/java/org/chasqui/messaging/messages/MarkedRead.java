package org.chasqui.messaging.messages;

import java.util.UUID;

/**
 * Told when messages of a person were marked as read. A hint for whoever shows them; it is not kept.
 *
 * @param workspaceId owner
 */
public record MarkedRead(UUID workspaceId) {}
