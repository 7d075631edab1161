/** Counts that rise with the messages, in the same transaction: pages read these and never count rows. */
@NullMarked
package org.chasqui.analytics.rollups;

import org.jspecify.annotations.NullMarked;
