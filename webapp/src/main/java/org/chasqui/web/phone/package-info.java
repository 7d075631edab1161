/** The sandbox phone; its conversation runs in the browser, against the sandbox's own control API. */
@NullMarked
package org.chasqui.web.phone;

import org.jspecify.annotations.NullMarked;
