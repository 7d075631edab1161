/** Draws QR codes. */
@NullMarked
package org.chasqui.platform.qr;

import org.jspecify.annotations.NullMarked;
