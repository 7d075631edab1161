/** What clients give a message to have it back with its statuses. */
@NullMarked
package org.chasqui.api.callbacks;

import org.jspecify.annotations.NullMarked;
