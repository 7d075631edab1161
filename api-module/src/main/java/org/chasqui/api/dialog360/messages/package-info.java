/** Sending, and marking as read. */
@NullMarked
package org.chasqui.api.dialog360.messages;

import org.jspecify.annotations.NullMarked;
