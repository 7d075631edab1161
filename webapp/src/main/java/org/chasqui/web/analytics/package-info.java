/** The page Analytics: how far messages came, when, how fast, and why not. */
@NullMarked
package org.chasqui.web.analytics;

import org.jspecify.annotations.NullMarked;
