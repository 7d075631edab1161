/** Templates, as a list with an offset and as pages of Graph. */
@NullMarked
package org.chasqui.api.dialog360.templates;

import org.jspecify.annotations.NullMarked;
