/** What becomes of messages, in the words of Meta's webhooks: shared by the dialects that tell it so. */
@NullMarked
package org.chasqui.api.notices;

import org.jspecify.annotations.NullMarked;
