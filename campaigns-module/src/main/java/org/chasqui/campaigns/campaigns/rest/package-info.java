/** {@code /api/v1/whatsapp/campaigns} and {@code /audiences}. */
@NullMarked
package org.chasqui.campaigns.campaigns.rest;

import org.jspecify.annotations.NullMarked;
