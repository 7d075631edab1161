/** The settings of an instance: what its bot says, may do and when; and the address that is told of its events. */
@NullMarked
package org.chasqui.api.waabot.settings;

import org.jspecify.annotations.NullMarked;
