/** What one call of the dialect becomes: texts, files, places and cards, each a message of the Cloud API of its own. */
@NullMarked
package org.chasqui.api.waabot.parts;

import org.jspecify.annotations.NullMarked;
