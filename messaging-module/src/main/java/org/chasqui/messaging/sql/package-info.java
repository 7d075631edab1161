/** Plain JDBC on the connection of the current transaction: the hot paths of all components write in batches. */
@NullMarked
package org.chasqui.messaging.sql;

import org.jspecify.annotations.NullMarked;
