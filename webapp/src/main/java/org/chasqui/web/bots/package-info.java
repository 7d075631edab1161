/** Bots: the list, one bot with its rules, hours and console, the editor of a rule, and the settings. */
@NullMarked
package org.chasqui.web.bots;

import org.jspecify.annotations.NullMarked;
