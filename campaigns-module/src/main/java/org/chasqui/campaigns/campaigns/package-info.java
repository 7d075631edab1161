/** Campaigns: made, planned, run, paused and reported. State lives with each recipient, never in a cursor alone. */
@NullMarked
package org.chasqui.campaigns.campaigns;

import org.jspecify.annotations.NullMarked;
