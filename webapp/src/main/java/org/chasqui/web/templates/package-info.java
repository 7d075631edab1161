/** Templates: the list, one with its story, and where they are written. */
@NullMarked
package org.chasqui.web.templates;

import org.jspecify.annotations.NullMarked;
