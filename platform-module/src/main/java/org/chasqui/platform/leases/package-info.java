/** Work that only one node may do at a time. */
@NullMarked
package org.chasqui.platform.leases;

import org.jspecify.annotations.NullMarked;
