/** Campaigns, the notifications gathered under them, and who does not want any. */
@NullMarked
package org.chasqui.api.botmaker.notifications;

import org.jspecify.annotations.NullMarked;
