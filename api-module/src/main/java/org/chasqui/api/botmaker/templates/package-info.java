/** Templates in Botmaker's words. */
@NullMarked
package org.chasqui.api.botmaker.templates;

import org.jspecify.annotations.NullMarked;
