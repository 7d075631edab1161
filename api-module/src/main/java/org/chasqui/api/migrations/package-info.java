/** The tables of the edge: what clients of other gateways know our things by. */
@NullMarked
package org.chasqui.api.migrations;

import org.jspecify.annotations.NullMarked;
