/** What Meta posts to us: verified, stored raw, answered, then merged in batches. */
@NullMarked
package org.chasqui.messaging.inbound;

import org.jspecify.annotations.NullMarked;
