/** The addresses of version 1.0, as thin as they can be. */
@NullMarked
package org.chasqui.api.botmaker.legacy;

import org.jspecify.annotations.NullMarked;
