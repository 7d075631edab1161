/** What clients of Botmaker want to have back with a message, and what became of calls that were answered before they were done. */
@NullMarked
package org.chasqui.api.botmaker.notes;

import org.jspecify.annotations.NullMarked;
