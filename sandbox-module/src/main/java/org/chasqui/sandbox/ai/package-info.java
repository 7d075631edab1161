/**
 * A provider of language models, played: OpenAI's chat protocol at {@code /sandbox/ai/v1}, so that bots with AI can be
 * tried and tested without an account, without cost, and with every way in which such a provider goes wrong. There is no
 * model behind it, only a modest search for the sentence that fits best, which answers the same each time.
 */
@NullMarked
package org.chasqui.sandbox.ai;

import org.jspecify.annotations.NullMarked;
