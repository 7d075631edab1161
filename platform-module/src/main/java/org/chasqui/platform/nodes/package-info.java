/** The processes that share the database: each gives signs of life, so that others can tell what a dead one left behind. */
@NullMarked
package org.chasqui.platform.nodes;

import org.jspecify.annotations.NullMarked;
