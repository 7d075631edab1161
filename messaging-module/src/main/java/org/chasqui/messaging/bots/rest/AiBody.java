package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The AI of a bot, asked and answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "BotAi",
        description = "An endpoint that speaks OpenAI's chat completions. In a change, what is left out stays.")
public record AiBody(
        @Schema(description = "Its address.", example = "https://api.openai.com/v1") @Nullable
        String baseUrl,

        @Schema(description = "The model, as the endpoint calls it.", example = "gpt-4o-mini") @Nullable
        String model,

        @Schema(
                description =
                        "A key for it; taken, kept encrypted and never shown. Empty forgets the one that is kept.",
                writeOnly = true)
        @Nullable
        String key,

        @Schema(description = "Whether a key is kept.", readOnly = true) @Nullable
        Boolean hasKey,

        @Schema(description = "Who the bot is and what it may say; 20,000 characters at most.") @Nullable
        String systemPrompt,

        @Schema(description = "Facts that it may use; 200,000 characters at most.") @Nullable
        String knowledge,

        @Schema(description = "How many earlier messages of a conversation it is shown, 0 to 100.") @Nullable
        Integer mostTurns,

        @Schema(description = "How long one answer may be in tokens, 16 to 8192.") @Nullable
        Integer answerTokens,

        @Schema(description = "How many tokens it may use in a UTC day, in and out; 0 for no bound.") @Nullable
        Integer tokensPerDay,

        @Schema(description = "How long one answer may take, 1 to 60 seconds.") @Nullable
        Long timeoutSeconds,

        @Schema(description = "0 to 2; the endpoint's own when never set.") @Nullable
        Double temperature,

        @Schema(description = "Whether answers are kept for a person to look at instead of being sent.") @Nullable
        Boolean drafts,

        @Schema(
                description =
                        "Whether the default message is said when the AI has failed; otherwise the conversation is"
                                + " handed over to a person.")
        @Nullable
        Boolean fallBackToRules) {

    AiSettings over(AiSettings old) {
        return new AiSettings(
                baseUrl == null ? old.baseUrl() : baseUrl.strip(),
                model == null ? old.model() : model.strip(),
                systemPrompt == null ? old.systemPrompt() : systemPrompt,
                knowledge == null ? old.knowledge() : knowledge,
                mostTurns == null ? old.mostTurns() : mostTurns,
                answerTokens == null ? old.answerTokens() : answerTokens,
                tokensPerDay == null ? old.tokensPerDay() : bound(tokensPerDay),
                timeoutSeconds == null ? old.timeout() : Duration.ofSeconds(timeoutSeconds),
                temperature == null ? old.temperature() : temperature,
                drafts == null ? old.drafts() : drafts,
                fallBackToRules == null ? old.fallBackToRules() : fallBackToRules);
    }

    private static @Nullable Integer bound(int tokens) {
        return tokens == 0 ? null : tokens;
    }

    static AiBody of(BotView bot) {
        var ai = bot.ai();
        return new AiBody(
                ai.baseUrl(),
                ai.model(),
                null,
                bot.hasAiKey(),
                ai.systemPrompt(),
                ai.knowledge(),
                ai.mostTurns(),
                ai.answerTokens(),
                ai.tokensPerDay() == null ? 0 : ai.tokensPerDay(),
                ai.timeout().toSeconds(),
                ai.temperature(),
                ai.drafts(),
                ai.fallBackToRules());
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "AiBody[baseUrl=" + baseUrl + "]";
    }
}
