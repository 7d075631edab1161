/** What endpoints of this dialect want to hear of. */
@NullMarked
package org.chasqui.api.botmaker.subscriptions;

import org.jspecify.annotations.NullMarked;
