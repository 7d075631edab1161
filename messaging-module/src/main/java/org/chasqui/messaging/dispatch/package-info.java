/** From a waiting row to Meta: ring, claim, limit, send, settle. The row is the truth, JMS only wakes. */
@NullMarked
package org.chasqui.messaging.dispatch;

import org.jspecify.annotations.NullMarked;
