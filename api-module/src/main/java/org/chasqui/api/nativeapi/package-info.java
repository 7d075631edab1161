/** The native API: which resources it has, how it describes itself, and what it answers where there is nothing. */
@NullMarked
package org.chasqui.api.nativeapi;

import org.jspecify.annotations.NullMarked;
