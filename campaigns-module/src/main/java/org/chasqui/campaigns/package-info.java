/** Campaigns: audience, plan, run, report. Nothing lives here yet; the module marks the floor between templates and the edge. */
@NullMarked
package org.chasqui.campaigns;

import org.jspecify.annotations.NullMarked;
