/** The page Costs: what messages cost, and by which prices. */
@NullMarked
package org.chasqui.web.costs;

import org.jspecify.annotations.NullMarked;
