package org.chasqui.messaging.bots;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The AI of a bot: any endpoint that speaks OpenAI's chat completions. Its key is not here: {@link BotSecrets} has it.
 *
 * @param baseUrl for example {@code https://api.openai.com/v1}; empty while nothing is configured
 * @param model as the endpoint calls it; empty while nothing is configured
 * @param systemPrompt who the bot is and what it may say
 * @param knowledge facts that it may use, plain text
 * @param mostTurns how many earlier messages of a conversation it is shown
 * @param answerTokens how long one answer may be, in tokens
 * @param tokensPerDay how many tokens it may use in a UTC day, in and out; null for no bound
 * @param timeout how long one answer may take, 1 to 60 s
 * @param temperature 0 to 2; null to leave it to the endpoint
 * @param drafts whether answers are kept for a person to look at instead of being sent
 * @param fallBackToRules whether the fallback is said when the AI has failed; otherwise the conversation is handed over
 */
public record AiSettings(
        String baseUrl,
        String model,
        String systemPrompt,
        String knowledge,
        int mostTurns,
        int answerTokens,
        @Nullable Integer tokensPerDay,
        Duration timeout,
        @Nullable Double temperature,
        boolean drafts,
        boolean fallBackToRules) {
    /** Nothing configured. */
    public static final AiSettings NONE =
            new AiSettings("", "", "", "", 20, 500, null, Duration.ofSeconds(20), null, false, true);

    /** Whether there is an endpoint to ask; a key is not always needed. */
    public boolean isConfigured() {
        return !baseUrl.isBlank() && !model.isBlank();
    }
}
