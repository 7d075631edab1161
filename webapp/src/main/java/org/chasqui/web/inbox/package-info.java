/** The inbox: conversations, their threads, and what answers them. */
@NullMarked
package org.chasqui.web.inbox;

import org.jspecify.annotations.NullMarked;
