/** Events posted to the addresses of customers: kept until they arrive, in order where asked, without letting one address hold up another. The rules are pure; the row is the truth and JMS only rings. */
@NullMarked
package org.chasqui.messaging.webhooks;

import org.jspecify.annotations.NullMarked;
