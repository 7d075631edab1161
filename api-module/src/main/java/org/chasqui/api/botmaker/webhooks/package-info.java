/** What endpoints are told, in Botmaker's words, and how they are set. */
@NullMarked
package org.chasqui.api.botmaker.webhooks;

import org.jspecify.annotations.NullMarked;
