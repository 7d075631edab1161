/** API keys: make, show once, revoke. */
@NullMarked
package org.chasqui.web.keys;

import org.jspecify.annotations.NullMarked;
