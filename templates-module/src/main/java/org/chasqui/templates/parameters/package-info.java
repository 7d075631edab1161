/** Whether the parameters of a message fit its template, so that Meta's 132000 and 132012 never reach a sender. Pure code. */
@NullMarked
package org.chasqui.templates.parameters;

import org.jspecify.annotations.NullMarked;
