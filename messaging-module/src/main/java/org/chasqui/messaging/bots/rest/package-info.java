/** The native REST resources of bots. */
@NullMarked
package org.chasqui.messaging.bots.rest;

import org.jspecify.annotations.NullMarked;
