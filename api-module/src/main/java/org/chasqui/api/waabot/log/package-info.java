/** {@code /message-log}: what was sent and received, read from the ledger of messages. */
@NullMarked
package org.chasqui.api.waabot.log;

import org.jspecify.annotations.NullMarked;
