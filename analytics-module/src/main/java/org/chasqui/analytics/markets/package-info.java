/** What Meta calls a market: a country with prices of its own, or a region. */
@NullMarked
package org.chasqui.analytics.markets;

import org.jspecify.annotations.NullMarked;
