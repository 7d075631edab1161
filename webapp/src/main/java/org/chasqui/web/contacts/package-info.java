/** The people of the workspace: the table, one person, and imports. */
@NullMarked
package org.chasqui.web.contacts;

import org.jspecify.annotations.NullMarked;
