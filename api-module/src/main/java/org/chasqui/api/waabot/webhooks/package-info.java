/** What endpoints of instances are told, in Waabot's words. */
@NullMarked
package org.chasqui.api.waabot.webhooks;

import org.jspecify.annotations.NullMarked;
