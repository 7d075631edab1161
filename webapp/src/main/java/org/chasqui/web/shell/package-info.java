/** What every page stands in: menu, top bar, search, appearance, live hints, and the headers that guard it. */
@NullMarked
package org.chasqui.web.shell;

import org.jspecify.annotations.NullMarked;
