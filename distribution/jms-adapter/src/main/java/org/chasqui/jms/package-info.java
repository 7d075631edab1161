/**
 * The classes inside {@code chasqui-jms.rar}. Only the address of the broker is ours; the adapter itself is Artemis' own.
 */
@NullMarked
package org.chasqui.jms;

import org.jspecify.annotations.NullMarked;
