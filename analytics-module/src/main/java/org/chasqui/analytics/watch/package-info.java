/**
 * Watches whether we hear of everything: whether webhooks follow what is sent, whether people write as usual, and whether
 * Meta counts what we count. The health check of a number asks.
 */
@NullMarked
package org.chasqui.analytics.watch;

import org.jspecify.annotations.NullMarked;
