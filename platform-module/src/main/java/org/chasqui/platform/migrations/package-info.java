/** Database migrations, forward only, one history for each module. */
@NullMarked
package org.chasqui.platform.migrations;

import org.jspecify.annotations.NullMarked;
