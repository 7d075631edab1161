package org.chasqui.web.bots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chasqui.messaging.bots.AiSettings;
import org.chasqui.messaging.bots.BotGuards;
import org.chasqui.messaging.bots.BotKind;
import org.chasqui.messaging.bots.BotSettings;
import org.chasqui.messaging.bots.BotSwitches;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.ExternalBotSettings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The settings of a bot as fields of a form: texts as they are typed, durations in the unit that people think in. */
final class SettingsFields {
    private static final Texts TEXTS = Texts.of("bots");
    private static final int SECOND = 1;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    /** So many that a second is still a second when hours are written. */
    private static final int PLACES = 4;

    private final HashMap<String, Object> values = new HashMap<>();

    /** Of a bot as it is. */
    static SettingsFields of(BotView bot) {
        var fields = new SettingsFields();
        fields.put("kind", bot.kind().name());
        fields.put("language", bot.settings().language());
        fields.readGuards(bot.settings().guards());
        var switches = bot.settings().switches();
        fields.put("yields", switches.yieldToPeople());
        fields.put("unread", switches.replyToUnread());
        fields.put("groups", switches.replyToGroups());
        fields.readAi(bot.ai());
        fields.put("url", bot.external().url());
        fields.put("urlTimeout", number(bot.external().timeout(), SECOND));
        fields.put("urlFallBack", bot.external().fallBackToRules());
        return fields;
    }

    private void readGuards(BotGuards guards) {
        put("debounce", number(guards.debounce(), SECOND));
        put("fallbackPause", number(guards.fallbackPause(), MINUTE));
        put("awayPause", number(guards.awayPause(), HOUR));
        put("handover", number(guards.handover(), MINUTE));
        put("mostReplies", String.valueOf(guards.mostReplies()));
        put("repliesWithin", number(guards.repliesWithin(), MINUTE));
    }

    private void readAi(AiSettings ai) {
        put("baseUrl", ai.baseUrl());
        put("model", ai.model());
        put("systemPrompt", ai.systemPrompt());
        put("knowledge", ai.knowledge());
        put("mostTurns", String.valueOf(ai.mostTurns()));
        put("answerTokens", String.valueOf(ai.answerTokens()));
        put("tokensPerDay", Objects.toString(ai.tokensPerDay(), ""));
        put("aiTimeout", number(ai.timeout(), SECOND));
        put("temperature", Objects.toString(ai.temperature(), ""));
        put("drafts", ai.drafts());
        put("aiFallBack", ai.fallBackToRules());
    }

    private void put(String field, Object value) {
        values.put(field, value);
    }

    /** For the page, which reads and writes them by name. */
    Map<String, Object> values() {
        return values;
    }

    String text(String field) {
        return Objects.toString(values.get(field), "").strip();
    }

    boolean isOn(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    BotKind kind() {
        return BotKind.valueOf(text("kind"));
    }

    /** The settings of a bot with what the fields say. */
    BotSettings settings(BotSettings before) {
        var switches = new BotSwitches(before.switches().reply(), isOn("groups"), isOn("unread"), isOn("yields"));
        return before.withLanguage(text("language")).withSwitches(switches).withGuards(guards());
    }

    private BotGuards guards() {
        return new BotGuards(
                time("debounce", SECOND),
                time("fallbackPause", MINUTE),
                time("awayPause", HOUR),
                time("handover", MINUTE),
                whole("mostReplies"),
                time("repliesWithin", MINUTE));
    }

    AiSettings ai() {
        return new AiSettings(
                text("baseUrl"),
                text("model"),
                text("systemPrompt"),
                text("knowledge"),
                whole("mostTurns"),
                whole("answerTokens"),
                text("tokensPerDay").isEmpty() ? null : Integer.valueOf(whole("tokensPerDay")),
                time("aiTimeout", SECOND),
                temperature(),
                isOn("drafts"),
                isOn("aiFallBack"));
    }

    private @Nullable Double temperature() {
        var text = text("temperature");
        return text.isEmpty() ? null : Double.valueOf(decimal("temperature").doubleValue());
    }

    ExternalBotSettings external() {
        return new ExternalBotSettings(text("url"), time("urlTimeout", SECOND), isOn("urlFallBack"));
    }

    private int whole(String field) {
        try {
            return Integer.parseInt(text(field).replace(",", ""));
        } catch (NumberFormatException none) {
            throw wrong(field);
        }
    }

    private Duration time(String field, int unit) {
        var seconds = decimal(field).multiply(BigDecimal.valueOf(unit));
        try {
            return Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } catch (ArithmeticException unreal) {
            throw wrong(field);
        }
    }

    private BigDecimal decimal(String field) {
        try {
            return new BigDecimal(text(field));
        } catch (NumberFormatException none) {
            throw wrong(field);
        }
    }

    private static RequestFailed wrong(String field) {
        return RequestFailed.invalid(field, TEXTS.get("set.wrong", TEXTS.getOr("set.name." + field, field)));
    }

    /** 90 s in minutes is 1.5. */
    private static String number(Duration time, int unit) {
        return BigDecimal.valueOf(time.toSeconds())
                .divide(BigDecimal.valueOf(unit), PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
