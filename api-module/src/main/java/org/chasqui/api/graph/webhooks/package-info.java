/** Webhooks in Meta's own words, for handlers that were written for them. */
@NullMarked
package org.chasqui.api.graph.webhooks;

import org.jspecify.annotations.NullMarked;
