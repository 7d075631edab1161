/** Saved audiences: people with certain tags, looked up when the audience is used and not when it was saved. */
@NullMarked
package org.chasqui.campaigns.audiences;

import org.jspecify.annotations.NullMarked;
