/** Meta's Graph API: where it is, how it is called for management, and what its errors mean. */
@NullMarked
package org.chasqui.platform.graph;

import org.jspecify.annotations.NullMarked;
