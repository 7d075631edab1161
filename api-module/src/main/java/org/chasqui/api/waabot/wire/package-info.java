/** Messages as clients of Waabot know them: in the words of Baileys, the library below it. */
@NullMarked
package org.chasqui.api.waabot.wire;

import org.jspecify.annotations.NullMarked;
