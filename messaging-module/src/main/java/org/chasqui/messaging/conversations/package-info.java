/** Conversations between a number and a person, and the 24-hour customer service window. */
@NullMarked
package org.chasqui.messaging.conversations;

import org.jspecify.annotations.NullMarked;
