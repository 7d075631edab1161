/** Files, up and down. */
@NullMarked
package org.chasqui.api.dialog360.media;

import org.jspecify.annotations.NullMarked;
