/** The people that a workspace writes with: who they are under which keys, and what they said about being written to. */
@NullMarked
package org.chasqui.messaging.contacts;

import org.jspecify.annotations.NullMarked;
