/**
 * Bots: what answers people by itself. A rule, or a port for answers that rules do not give, decides; the decision, its
 * replies and the taking of its inbound messages are one transaction, so that a message is answered once at most.
 */
@NullMarked
package org.chasqui.messaging.bots;

import org.jspecify.annotations.NullMarked;
