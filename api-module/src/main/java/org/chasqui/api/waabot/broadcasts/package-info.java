/**
 * {@code /broadcast}: one call, many people. The list is on disk when the call is answered; recipients are handed over to
 * messaging at the pace of their number, a batch in one transaction with its messages, so that a crash sends nothing twice
 * and forgets nobody. What became of each is read from the ledger whenever somebody asks.
 */
@NullMarked
package org.chasqui.api.waabot.broadcasts;

import org.jspecify.annotations.NullMarked;
