/** {@code /intent}: keywords and what is answered to them, which are the rules of the instance's bot. */
@NullMarked
package org.chasqui.api.waabot.intents;

import org.jspecify.annotations.NullMarked;
