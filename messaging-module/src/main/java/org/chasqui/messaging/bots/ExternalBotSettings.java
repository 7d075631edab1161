package org.chasqui.messaging.bots;

import java.time.Duration;

/**
 * A server of the customer's that answers: what a person wrote is posted to it, signed, and its answer is the reply. Its
 * secret is not here: {@link BotSecrets} has it.
 *
 * @param url where to post; empty while nothing is configured
 * @param timeout how long it may take, 1 to 60 s
 * @param fallBackToRules whether the fallback is said when it has failed; otherwise the conversation is handed over
 */
public record ExternalBotSettings(String url, Duration timeout, boolean fallBackToRules) {
    /** Nothing configured. */
    public static final ExternalBotSettings NONE = new ExternalBotSettings("", Duration.ofSeconds(10), true);

    /** Whether there is a server to ask. */
    public boolean isConfigured() {
        return !url.isBlank();
    }
}
