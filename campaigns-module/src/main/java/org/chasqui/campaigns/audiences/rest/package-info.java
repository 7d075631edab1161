/** {@code /api/v1/whatsapp/audiences}. */
@NullMarked
package org.chasqui.campaigns.audiences.rest;

import org.jspecify.annotations.NullMarked;
