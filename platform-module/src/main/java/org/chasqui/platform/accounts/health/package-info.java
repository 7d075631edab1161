/** The health check of a number: is everything in place for it to send and receive, and if not, what mends it? */
@NullMarked
package org.chasqui.platform.accounts.health;

import org.jspecify.annotations.NullMarked;
