package org.chasqui.messaging.bots.ai;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Asks an endpoint that speaks OpenAI's chat completions, through langchain4j: once, without tools, without a log of what is
 * said, and over {@link GuardedHttp}.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">OpenAI, create chat completion</a>
 */
@ApplicationScoped
class ChatEndpoint {
    private static final Pattern OPENAI = Pattern.compile("(?i)https://[^/?#]*\\.openai\\.com(?=[/:]|$)");

    private AiReach reach;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected ChatEndpoint() {}

    @Inject
    ChatEndpoint(AiReach reach) {
        this.reach = reach;
    }

    /**
     * What a model said.
     *
     * @param text as it came; may be empty
     * @param isCutOff whether it had no tokens left in the middle
     */
    record Said(String text, boolean isCutOff, Answer.Usage usage) {}

    /**
     * Asks.
     *
     * @param key null when the endpoint needs none
     * @throws NoAnswer with what went wrong
     */
    Said ask(AiSettings ai, @Nullable String key, Prompt prompt, Duration timeout) {
        var model = model(ai, key, timeout);
        try {
            return said(model.chat(messages(prompt)), prompt);
        } catch (NoAnswer failed) {
            throw failed;
        } catch (RuntimeException unreadable) {
            // The library finds no choices, no JSON, or something else where it looks for them.
            throw new NoAnswer(Trouble.NOT_UNDERSTOOD, unreadable.getClass().getSimpleName());
        }
    }

    private OpenAiChatModel model(AiSettings ai, @Nullable String key, Duration timeout) {
        var model = OpenAiChatModel.builder()
                .httpClientBuilder(GuardedHttp.builder(reach.clientFor(ai.baseUrl()), timeout))
                .baseUrl(ai.baseUrl())
                .modelName(ai.model())
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false);
        if (key != null) {
            model.apiKey(key);
        }
        if (ai.temperature() != null) {
            model.temperature(ai.temperature());
        }
        if (isOpenAi(ai.baseUrl())) {
            model.maxCompletionTokens(ai.answerTokens());
        } else {
            model.maxTokens(ai.answerTokens());
        }
        return model.build();
    }

    /** OpenAI's newer models refuse the old name of the bound; other endpoints know only that. */
    private static boolean isOpenAi(String baseUrl) {
        return OPENAI.matcher(baseUrl).lookingAt();
    }

    private static List<ChatMessage> messages(Prompt prompt) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(prompt.instructions()));
        for (var turn : prompt.turns()) {
            messages.add(turn.isPerson() ? UserMessage.from(turn.text()) : AiMessage.from(turn.text()));
        }
        return messages;
    }

    private static Said said(ChatResponse response, Prompt prompt) {
        var text =
                response.aiMessage().text() == null ? "" : response.aiMessage().text();
        var usage = response.tokenUsage();
        var counted = usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null
                ? new Answer.Usage(prompt.tokens(), Prompt.tokens(text))
                : new Answer.Usage(usage.inputTokenCount(), usage.outputTokenCount());
        return new Said(text, response.finishReason() == FinishReason.LENGTH, counted);
    }
}
