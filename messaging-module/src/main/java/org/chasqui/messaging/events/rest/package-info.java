/** The native REST resource of events. */
@NullMarked
package org.chasqui.messaging.events.rest;

import org.jspecify.annotations.NullMarked;
