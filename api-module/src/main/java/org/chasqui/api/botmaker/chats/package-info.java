/** Conversations as Botmaker calls them: chats, with the variables and tags of the person. */
@NullMarked
package org.chasqui.api.botmaker.chats;

import org.jspecify.annotations.NullMarked;
