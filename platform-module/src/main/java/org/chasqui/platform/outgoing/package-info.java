/**
 * Calls to addresses that a customer gave us. Whoever calls one of them goes through here: the form of the address, every
 * address that its name resolves to, and the very address that is connected to are checked (against server-side request
 * forgery).
 */
@NullMarked
package org.chasqui.platform.outgoing;

import org.jspecify.annotations.NullMarked;
