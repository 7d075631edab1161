/** What the browser tells about itself and its owner's taste, in cookies. */
@NullMarked
package org.chasqui.web.browser;

import org.jspecify.annotations.NullMarked;
