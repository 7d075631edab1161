/** Identifiers: UUIDv7, so that the order of ids is the order of time and inserts land at the end of an index. */
@NullMarked
package org.chasqui.platform.ids;

import org.jspecify.annotations.NullMarked;
