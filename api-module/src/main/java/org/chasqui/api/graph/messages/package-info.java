/** {@code POST /{number}/messages}: sends, read receipts, and marketing messages. */
@NullMarked
package org.chasqui.api.graph.messages;

import org.jspecify.annotations.NullMarked;
