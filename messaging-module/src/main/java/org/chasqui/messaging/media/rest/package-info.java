/** {@code /api/v1/whatsapp/media}. */
@NullMarked
package org.chasqui.messaging.media.rest;

import org.jspecify.annotations.NullMarked;
