/** Rings for endpoints over JMS. */
@NullMarked
package org.chasqui.messaging.webhooks.jms;

import org.jspecify.annotations.NullMarked;
