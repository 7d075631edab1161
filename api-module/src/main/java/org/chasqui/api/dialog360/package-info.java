/** The API of 360dialog, and of CBOT, whose documentation is a copy of it: one dialect with two faces. It knows the two styles of hosting, who calls and for which number, and how failures are worded; its parts add the addresses. */
@NullMarked
package org.chasqui.api.dialog360;

import org.jspecify.annotations.NullMarked;
