/** {@code /attachment}: the files of a workspace, which a message may name by their ids. Every upload of the media store is one. */
@NullMarked
package org.chasqui.api.waabot.library;

import org.jspecify.annotations.NullMarked;
