/** What messages cost: rate cards with the day from which they hold, and costs as we expect them and as Meta has spoken. */
@NullMarked
package org.chasqui.analytics.costs;

import org.jspecify.annotations.NullMarked;
