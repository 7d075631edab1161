/** Numbers as Botmaker calls them: channels, and the accounts behind them. */
@NullMarked
package org.chasqui.api.botmaker.channels;

import org.jspecify.annotations.NullMarked;
