/** Texts from the bundles, and how times, numbers and phone numbers are written on pages. */
@NullMarked
package org.chasqui.web.text;

import org.jspecify.annotations.NullMarked;
