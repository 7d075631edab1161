/** The table of messages, and the flight recorder of one. */
@NullMarked
package org.chasqui.web.messages;

import org.jspecify.annotations.NullMarked;
