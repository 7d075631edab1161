/** The settings that more than one component reads. Each key is described in docs/configuration.md. */
@NullMarked
package org.chasqui.platform.config;

import org.jspecify.annotations.NullMarked;
