/** Sends messages as clients of Waabot ask for them, by what the official API has for each. */
@NullMarked
package org.chasqui.api.waabot.messages;

import org.jspecify.annotations.NullMarked;
