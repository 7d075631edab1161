/** Campaigns: {@code recipients} are whom they go to, {@code campaigns} is what becomes of them. */
@NullMarked
package org.chasqui.campaigns;

import org.jspecify.annotations.NullMarked;
