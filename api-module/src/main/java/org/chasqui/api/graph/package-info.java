/**
 * Meta's Graph API, as its clients know it: below {@code /graph} any SDK of the Cloud API works with a key of ours. Messages
 * and files go through our own pipeline; what only Meta knows is asked there with the account's token, which no client sees.
 */
@NullMarked
package org.chasqui.api.graph;

import org.jspecify.annotations.NullMarked;
