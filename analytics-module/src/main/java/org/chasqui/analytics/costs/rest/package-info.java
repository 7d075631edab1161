/** {@code /api/v1/whatsapp/analytics}: costs and rate cards. */
@NullMarked
package org.chasqui.analytics.costs.rest;

import org.jspecify.annotations.NullMarked;
