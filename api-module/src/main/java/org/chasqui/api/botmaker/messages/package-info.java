/** Sending, listing, reactions, marks of having read. */
@NullMarked
package org.chasqui.api.botmaker.messages;

import org.jspecify.annotations.NullMarked;
