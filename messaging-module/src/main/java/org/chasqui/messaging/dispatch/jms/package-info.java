/** The conveyor: doorbells over JMS. Nothing outside knows that it is JMS. */
@NullMarked
package org.chasqui.messaging.dispatch.jms;

import org.jspecify.annotations.NullMarked;
