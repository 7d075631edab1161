/**
 * The simulated world: accounts, numbers, people, what was accepted, and the webhooks that follow. {@link World} is the door.
 * What was accepted stands in the journal before it is answered, and nothing on the way of a message waits for another number.
 */
@NullMarked
package org.chasqui.sandbox.world;

import org.jspecify.annotations.NullMarked;
