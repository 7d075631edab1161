/** Our ids in the form that Waabot's clients expect. Nothing is stored for it: an id tells which of ours it stands for. */
@NullMarked
package org.chasqui.api.waabot.ids;

import org.jspecify.annotations.NullMarked;
