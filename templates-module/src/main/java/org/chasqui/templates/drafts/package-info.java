/** Templates that are still being written: ours alone, Meta knows nothing of them until they are handed in. */
@NullMarked
package org.chasqui.templates.drafts;

import org.jspecify.annotations.NullMarked;
