/** Files: uploads of customers, what people sent, and what Meta calls them. */
@NullMarked
package org.chasqui.messaging.media;

import org.jspecify.annotations.NullMarked;
