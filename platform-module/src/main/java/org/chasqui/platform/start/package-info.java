/**
 * What happens once when the product starts: settings are checked, the first workspace is made, the sandbox is
 * connected.
 */
@NullMarked
package org.chasqui.platform.start;

import org.jspecify.annotations.NullMarked;
