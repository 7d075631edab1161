/**
 * Loads a running Chasqui from outside its process and measures it; {@code bin/bench} starts it. It prints, so it uses
 * the standard output, and it waits, so it sleeps: it is a tool and no part of the product.
 */
@NullMarked
package org.chasqui.bench;

import org.jspecify.annotations.NullMarked;
