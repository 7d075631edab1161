/** Intents: rules of bots and templates, triggered for somebody. */
@NullMarked
package org.chasqui.api.botmaker.intents;

import org.jspecify.annotations.NullMarked;
