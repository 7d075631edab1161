/** The one clock. Nothing else asks the system for the time, so that every rule about time can be tested. */
@NullMarked
package org.chasqui.platform.time;

import org.jspecify.annotations.NullMarked;
