/**
 * Answers that rules do not give: from a language model of the operator's choice, or from a server of the customer's. Whatever
 * comes from there is not trusted: it is bounded in time and size, looked at before a person reads it, and when it is not
 * there, the bot says what it is set to say.
 */
@NullMarked
package org.chasqui.messaging.bots.ai;

import org.jspecify.annotations.NullMarked;
