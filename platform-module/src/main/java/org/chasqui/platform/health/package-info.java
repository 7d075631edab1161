/** What the server's health pages say about the ground floor. */
@NullMarked
package org.chasqui.platform.health;

import org.jspecify.annotations.NullMarked;
