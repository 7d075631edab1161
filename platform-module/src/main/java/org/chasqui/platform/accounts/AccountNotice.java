package org.chasqui.platform.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Something about an account that we have found out ourselves and that people must know. Fired as a synchronous CDI event
 * in a transaction.
 *
 * @param field what it is about, for example {@code access_token}
 * @param value what there is to know; never a secret
 * @param at when we found out
 */
public record AccountNotice(UUID workspaceId, String wabaId, String field, JsonNode value, Instant at) {}
