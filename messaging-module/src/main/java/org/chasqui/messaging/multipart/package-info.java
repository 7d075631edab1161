/** Files in multipart forms, read as they come: nothing is gathered in memory or on disk. */
@NullMarked
package org.chasqui.messaging.multipart;

import org.jspecify.annotations.NullMarked;
