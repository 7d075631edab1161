/** Messages as the rest of the product sees them: accepting, finding, listing, cancelling. A message that was accepted is a committed row; everything after that is known by its steps. */
@NullMarked
package org.chasqui.messaging.messages;

import org.jspecify.annotations.NullMarked;
