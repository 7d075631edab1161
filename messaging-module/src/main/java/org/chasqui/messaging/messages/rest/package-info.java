/** The native REST resource of messages. */
@NullMarked
package org.chasqui.messaging.messages.rest;

import org.jspecify.annotations.NullMarked;
