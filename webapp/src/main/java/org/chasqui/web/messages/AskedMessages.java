package org.chasqui.web.messages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Milestone;
import org.chasqui.platform.phone.PhoneNumber;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Which messages an address asks for. Nonsense in an address filters nothing; it is no error. */
record AskedMessages(MessageQuery query, Formats formats) {
    private static final Texts TEXTS = Texts.of("messages");

    MessageFilter filter() {
        return new MessageFilter(
                query.getNumber(),
                null,
                peer(),
                statuses(query.getStatus()),
                direction(),
                query.getType(),
                query.getCategory(),
                since(),
                instant(query.getUntil()).orElse(null),
                reached(),
                campaign(),
                query.getTemplate(),
                code(),
                Figures.people(query.getMarket(), formats.today()),
                Figures.priced(query.getPrice()),
                Figures.lasted(query.getTook()),
                Figures.happened(query.getHappened()));
    }

    static Set<MessageStatus> statuses(@Nullable String words) {
        var statuses = EnumSet.noneOf(MessageStatus.class);
        if (words != null) {
            for (var word : words.split(",")) {
                MessageStatus.ofWireName(word.strip().toLowerCase(Locale.ROOT)).ifPresent(statuses::add);
            }
        }
        return statuses;
    }

    static String statusWords(String value) {
        return statuses(value).stream().map(StatusLook::word).collect(Collectors.joining(", "));
    }

    private @Nullable String peer() {
        var to = query.getTo();
        return to == null
                ? null
                : PhoneNumber.parse(to).map(PhoneNumber::digits).orElse(to);
    }

    private @Nullable Direction direction() {
        var direction = query.getDirection();
        if (direction == null) {
            return null;
        }
        return switch (direction) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> null;
        };
    }

    private @Nullable Instant since() {
        var since = query.getSince();
        if (since == null) {
            return null;
        }
        return switch (since) {
            case "1h" -> formats.now().minus(Duration.ofHours(1));
            case "today" -> formats.startOfToday();
            case "24h" -> formats.now().minus(Duration.ofHours(24));
            case "7d" -> formats.now().minus(Duration.ofDays(7));
            case "30d" -> formats.now().minus(Duration.ofDays(30));
            default -> instant(since).orElse(null);
        };
    }

    private @Nullable Milestone reached() {
        var reached = query.getReached();
        return reached == null ? null : Milestone.ofWireName(reached).orElse(null);
    }

    private @Nullable Integer code() {
        var code = query.getCode();
        return code == null || !code.matches("\\d{1,9}") ? null : Integer.valueOf(code);
    }

    /** The campaign; null when none is chosen, or nonsense. */
    @Nullable
    UUID campaign() {
        try {
            var campaign = query.getCampaign();
            return campaign == null ? null : UUID.fromString(campaign);
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }

    /** The span between two moments, for a filter that came from a chart. */
    String span() {
        var from = instant(query.getSince());
        var until = instant(query.getUntil());
        if (from.isEmpty()) {
            return TEXTS.get("filter.everTime");
        }
        return until.isEmpty()
                ? TEXTS.get("since.from", formats.when(from.get()))
                : formats.when(from.get()) + " – " + formats.when(until.get());
    }

    /** What happened and when, in words. */
    String happened(String value) {
        var happened = Figures.happened(value);
        return happened == null
                ? value
                : TEXTS.get(
                        "happened." + happened.what().wireName(),
                        formats.when(happened.from()) + " – " + formats.when(happened.until()));
    }

    private static Optional<Instant> instant(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
