package org.chasqui.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace has a number that it did not have before. Fired as a synchronous CDI event in the transaction that stores it;
 * connecting it again is no news, and neither is its move to another account of the same company.
 *
 * @param held why it does not send; null when nothing that we know keeps it from sending
 * @param at when it was stored
 */
public record NumberAdded(SenderNumber number, @Nullable String held, Instant at) {}
