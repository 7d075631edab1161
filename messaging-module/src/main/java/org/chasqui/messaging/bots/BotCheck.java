package org.chasqui.messaging.bots;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chasqui.messaging.bots.ai.AiReach;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.Signer;
import org.chasqui.platform.outgoing.UrlRefused;
import org.jspecify.annotations.Nullable;

/** Checks what somebody wants of a bot, and makes it its settings. */
@ApplicationScoped
class BotCheck {
    /** Scheme, host and port of an address that was checked. */
    private static final Pattern SERVER = Pattern.compile("^([^/?#]*//[^/?#]*).*$");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_TEXT = 4_096;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_MODEL = 200;
    private static final int LONGEST_PROMPT = 20_000;
    private static final int LONGEST_KNOWLEDGE = 200_000;
    private static final int LONGEST_SECRET = 1_000;
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    @Inject
    OutgoingClient client;

    @Inject
    AiReach reach;

    @Inject
    BotVault vault;

    /**
     * The bot with what the wish names.
     *
     * @throws RequestFailed VALIDATION_FAILED with the field that is wrong
     */
    BotRow with(BotRow old, BotWish wish, Instant now) {
        var view = old.view();
        var ai = wish.ai() == null ? view.ai() : checked(wish.ai());
        if (wish.aiKey() == null
                && old.aiKey() != null
                && !isSameServer(view.ai().baseUrl(), ai.baseUrl())) {
            throw RequestFailed.invalid(
                    "ai.key", "must be given again: the address is another server's, which is not shown the old key.");
        }
        var key = wish.aiKey() == null ? old.aiKey() : aiKey(view, wish.aiKey());
        var external = wish.external() == null ? view.external() : checked(wish.external());
        var secret = wish.externalSecret() == null ? old.externalSecret() : secret(view, wish.externalSecret());
        if (secret == null && external.isConfigured()) {
            secret = vault.sealExternalSecret(view.id(), BotVault.newExternalSecret());
        }
        var wanted = new BotView(
                view.id(),
                view.workspaceId(),
                wish.name() == null ? view.name() : name(wish.name()),
                wish.kind() == null ? view.kind() : wish.kind(),
                wish.active() == null ? view.active() : wish.active(),
                wish.settings() == null ? view.settings() : checked(wish.settings()),
                ai,
                key != null,
                external,
                view.createdAt(),
                view.updatedAt());
        boolean same = wanted.equals(view) && wish.aiKey() == null && wish.externalSecret() == null;
        return same ? old : new BotRow(changedAt(wanted, now), key, secret);
    }

    private static BotView changedAt(BotView bot, Instant now) {
        return new BotView(
                bot.id(),
                bot.workspaceId(),
                bot.name(),
                bot.kind(),
                bot.active(),
                bot.settings(),
                bot.ai(),
                bot.hasAiKey(),
                bot.external(),
                bot.createdAt(),
                now);
    }

    /** Whoever may change a bot may not read its key, so he may not have it sent to a server of his own either. */
    private static boolean isSameServer(String before, String now) {
        return now.isBlank() || server(before).equals(server(now));
    }

    private static String server(String address) {
        return SERVER.matcher(address).replaceFirst("$1").toLowerCase(Locale.ROOT);
    }

    private @Nullable String aiKey(BotView bot, String key) {
        var chosen = bounded("ai.key", key.strip(), LONGEST_SECRET);
        if (!chosen.matches("[!-~]*")) {
            throw RequestFailed.invalid("ai.key", "must be of printable ASCII without spaces.");
        }
        return chosen.isEmpty() ? null : vault.sealAiKey(bot.id(), chosen);
    }

    private String secret(BotView bot, String secret) {
        var chosen = secret.isBlank() ? BotVault.newExternalSecret() : secret.strip();
        if (!Signer.isSecret(chosen)) {
            throw RequestFailed.invalid(
                    "external.secret", "must be whsec_ and 24 to 64 bytes in Base64 (Standard Webhooks).");
        }
        return vault.sealExternalSecret(bot.id(), chosen);
    }

    private static String name(String name) {
        if (name.isBlank()) {
            throw RequestFailed.invalid("name", "must not be empty.");
        }
        return bounded("name", name.strip(), LONGEST_NAME);
    }

    private static BotSettings checked(BotSettings settings) {
        bounded("language", settings.language(), LONGEST_LANGUAGE);
        var messages = settings.messages();
        text("welcome_message", messages.welcome());
        text("default_message", messages.fallback());
        text("away_message", messages.away());
        return settings;
    }

    private static void text(String field, @Nullable String text) {
        if (text != null) {
            Spintax.check(field, bounded(field, text, LONGEST_TEXT * 4), LONGEST_TEXT);
        }
    }

    private AiSettings checked(AiSettings ai) {
        if (!ai.baseUrl().isBlank()) {
            address(ai.baseUrl());
        }
        bounded("ai.model", ai.model(), LONGEST_MODEL);
        bounded("ai.system_prompt", ai.systemPrompt(), LONGEST_PROMPT);
        bounded("ai.knowledge", ai.knowledge(), LONGEST_KNOWLEDGE);
        within("ai.most_turns", ai.mostTurns(), 0, 100);
        within("ai.answer_tokens", ai.answerTokens(), 16, 8_192);
        if (ai.tokensPerDay() != null) {
            within("ai.tokens_per_day", ai.tokensPerDay(), 0, Integer.MAX_VALUE);
        }
        timeout("ai.timeout_seconds", ai.timeout());
        var temperature = ai.temperature();
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw RequestFailed.invalid("ai.temperature", "must be from 0 to 2.");
        }
        return ai;
    }

    private ExternalBotSettings checked(ExternalBotSettings external) {
        timeout("external.timeout_seconds", external.timeout());
        if (external.isConfigured()) {
            try {
                client.check(bounded("external.url", external.url(), LONGEST_URL));
            } catch (UrlRefused refused) {
                throw RequestFailed.invalid("external.url", String.valueOf(refused.getMessage()));
            }
        }
        return external;
    }

    /** Of the operator's choice, so also one of his own network that he has named in the configuration. */
    private void address(String url) {
        try {
            reach.check(bounded("ai.base_url", url, LONGEST_URL));
        } catch (UrlRefused refused) {
            throw RequestFailed.invalid("ai.base_url", String.valueOf(refused.getMessage()));
        }
    }

    private static void timeout(String field, Duration timeout) {
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw RequestFailed.invalid(field, "must be from 1 to " + LONGEST_TIMEOUT.toSeconds() + " seconds.");
        }
    }

    private static void within(String field, int given, int least, int most) {
        if (given < least || given > most) {
            throw RequestFailed.invalid(field, "must be from " + least + " to " + most + ".");
        }
    }

    private static String bounded(String field, String text, int longest) {
        if (text.length() > longest) {
            throw RequestFailed.invalid(field, "must have " + longest + " characters at most.");
        }
        if (text.indexOf('\0') >= 0) {
            throw RequestFailed.invalid(field, "has a character that cannot be kept.");
        }
        return text;
    }
}
