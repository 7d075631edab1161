/** Phone numbers as a value type that cannot be invalid and masks itself in logs. */
@NullMarked
package org.chasqui.platform.phone;

import org.jspecify.annotations.NullMarked;
