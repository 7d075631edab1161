/**
 * Whom a campaign goes to: one row for each recipient, in one state, and counts that move in the transaction that moves
 * the rows. So the sum always balances.
 */
@NullMarked
package org.chasqui.campaigns.recipients;

import org.jspecify.annotations.NullMarked;
