package org.chasqui.platform.accounts;

import java.time.Instant;
import java.util.UUID;

/**
 * A workspace has an account that it did not have before. Fired as a synchronous CDI event in the transaction that stores it,
 * before its numbers are told of; connecting it again is no news.
 *
 * @param at when it was stored
 */
public record AccountAdded(UUID workspaceId, AccountView account, Instant at) {}
