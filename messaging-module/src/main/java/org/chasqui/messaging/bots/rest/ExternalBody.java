package org.chasqui.messaging.bots.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The server of a bot, asked and answered. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExternalBot", description = "A server of yours that answers. In a change, what is left out stays.")
public record ExternalBody(
        @Schema(
                description = "Where what a person wrote is posted; empty for nowhere.",
                example = "https://bot.example.com/answer")
        @Nullable
        String url,

        @Schema(
                description =
                        "The secret that posts are signed with (Standard Webhooks); one is made when you give none,"
                                + " and a new one when you give an empty text. Shown in the answer that makes it.")
        @Nullable
        String secret,

        @Schema(description = "How long it may take, 1 to 60 seconds.") @Nullable
        Long timeoutSeconds,

        @Schema(
                description = "Whether the default message is said when it has failed; otherwise the conversation is"
                        + " handed over to a person.")
        @Nullable
        Boolean fallBackToRules) {

    ExternalBotSettings over(ExternalBotSettings old) {
        return new ExternalBotSettings(
                url == null ? old.url() : url.strip(),
                timeoutSeconds == null ? old.timeout() : Duration.ofSeconds(timeoutSeconds),
                fallBackToRules == null ? old.fallBackToRules() : fallBackToRules);
    }

    static ExternalBody of(ExternalBotSettings external, @Nullable String secret) {
        return new ExternalBody(external.url(), secret, external.timeout().toSeconds(), external.fallBackToRules());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ExternalBody[url=" + url + "]";
    }
}
