/**
 * The ground for the APIs of other gateways: finds the dialect that an address belongs to, reads requests as tolerantly as
 * those gateways do, and has each dialect word its own failures. It knows none of the dialects.
 */
@NullMarked
package org.chasqui.api.dialects;

import org.jspecify.annotations.NullMarked;
