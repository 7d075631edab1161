package org.chasqui.platform.users;

import java.util.UUID;

/**
 * Fired in the transaction that gives a person a new password: whatever was opened with the old one is to be closed.
 *
 * @param userId whose password it is
 */
public record PasswordChanged(UUID userId) {}
