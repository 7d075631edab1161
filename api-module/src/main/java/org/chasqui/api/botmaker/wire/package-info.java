/** How Botmaker writes ids, channels and times. */
@NullMarked
package org.chasqui.api.botmaker.wire;

import org.jspecify.annotations.NullMarked;
