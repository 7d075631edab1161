/** What modules that do not know each other need of each other: the prices of analytics for the plans of campaigns. */
@NullMarked
package org.chasqui.api.costs;

import org.jspecify.annotations.NullMarked;
