/** {@code /api/v1/whatsapp/analytics}: counts. */
@NullMarked
package org.chasqui.analytics.rollups.rest;

import org.jspecify.annotations.NullMarked;
