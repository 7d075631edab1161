package org.chasqui.messaging.contacts;

import java.util.UUID;

/**
 * A key under which a person comes.
 *
 * @param value digits of a phone number, or a business-scoped user id
 */
public record Identity(UUID workspaceId, String value) {}
