/** The book that messaging keeps: the rows of messages, the small hot queue beside them, and the rule that merges what is learnt about a message. Only messaging reads it. */
@NullMarked
package org.chasqui.messaging.messages.ledger;

import org.jspecify.annotations.NullMarked;
