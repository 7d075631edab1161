/**
 * The API of Waabot (seed 001): its addresses, its envelope, and who may call it. What an address does is in the packages
 * below, each of which adds its routes.
 */
@NullMarked
package org.chasqui.api.waabot;

import org.jspecify.annotations.NullMarked;
