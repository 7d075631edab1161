/** How long things are kept. Each component removes what is its own; this one says when, and how much at a time. */
@NullMarked
package org.chasqui.messaging.retention;

import org.jspecify.annotations.NullMarked;
