/** The native REST resource of conversations. */
@NullMarked
package org.chasqui.messaging.conversations.rest;

import org.jspecify.annotations.NullMarked;
