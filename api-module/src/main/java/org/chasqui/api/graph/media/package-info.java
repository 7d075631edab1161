/** Files: upload, description, bytes, removal. */
@NullMarked
package org.chasqui.api.graph.media;

import org.jspecify.annotations.NullMarked;
