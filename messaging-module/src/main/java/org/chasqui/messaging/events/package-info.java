/** What has happened, as one log of events: written in the transaction of the change, read by cursor, and the source of every customer webhook. */
@NullMarked
package org.chasqui.messaging.events;

import org.jspecify.annotations.NullMarked;
