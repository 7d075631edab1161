/**
 * The life of an instance: made, connected by a link of ours, logged out, deleted. Waabot does this by pairing a phone; the
 * official API by Meta's Embedded Signup, so a QR code leads there first, and into a chat with the number afterwards.
 */
@NullMarked
package org.chasqui.api.waabot.lifecycle;

import org.jspecify.annotations.NullMarked;
