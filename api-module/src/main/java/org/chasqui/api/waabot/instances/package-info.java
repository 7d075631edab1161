/** What clients of the Waabot dialect call instances: numbers, under other ids and with secrets of their own. */
@NullMarked
package org.chasqui.api.waabot.instances;

import org.jspecify.annotations.NullMarked;
