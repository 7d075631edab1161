/** The people of a workspace, and each person's own account. */
@NullMarked
package org.chasqui.web.team;

import org.jspecify.annotations.NullMarked;
