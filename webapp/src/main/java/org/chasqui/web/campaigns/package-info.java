/** Pages about campaigns: the table, the draft with its plan, the campaign itself, and saved audiences. */
@NullMarked
package org.chasqui.web.campaigns;

import org.jspecify.annotations.NullMarked;
