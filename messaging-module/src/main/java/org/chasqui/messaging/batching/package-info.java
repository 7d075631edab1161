/** Group commit: work that arrives one by one is done in batches, because a row in a batch costs a tenth of a row alone. */
@NullMarked
package org.chasqui.messaging.batching;

import org.jspecify.annotations.NullMarked;
