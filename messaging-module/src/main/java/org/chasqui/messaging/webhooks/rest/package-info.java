/** The native REST resource of webhooks. */
@NullMarked
package org.chasqui.messaging.webhooks.rest;

import org.jspecify.annotations.NullMarked;
