/** Failures as values: a closed list of codes, each of which knows whether trying again can help. */
@NullMarked
package org.chasqui.platform.failure;

import org.jspecify.annotations.NullMarked;
