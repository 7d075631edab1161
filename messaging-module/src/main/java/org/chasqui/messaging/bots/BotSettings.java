package org.chasqui.messaging.bots;

/**
 * How a bot behaves, whatever its kind.
 *
 * @param language the language of days and months in what it says ({@code bot_lang} of seed 001), for example {@code en};
 *     an AI answers in the language of whoever asks
 * @param schedule when it answers
 * @param messages what it says where no rule decides
 * @param switches what it may do
 * @param guards what keeps it from being a nuisance
 */
public record BotSettings(
        String language, BotSchedule schedule, BotMessages messages, BotSwitches switches, BotGuards guards) {
    /** Of a new bot. */
    public static final BotSettings DEFAULT =
            new BotSettings("en", BotSchedule.ALWAYS, BotMessages.NONE, BotSwitches.DEFAULT, BotGuards.DEFAULT);

    /** The same with another language. */
    public BotSettings withLanguage(String other) {
        return new BotSettings(other, schedule, messages, switches, guards);
    }

    /** The same at other times. */
    public BotSettings withSchedule(BotSchedule other) {
        return new BotSettings(language, other, messages, switches, guards);
    }

    /** The same with other words. */
    public BotSettings withMessages(BotMessages other) {
        return new BotSettings(language, schedule, other, switches, guards);
    }

    /** The same with other rights. */
    public BotSettings withSwitches(BotSwitches other) {
        return new BotSettings(language, schedule, messages, other, guards);
    }

    /** The same with other guards. */
    public BotSettings withGuards(BotGuards other) {
        return new BotSettings(language, schedule, messages, switches, other);
    }
}
