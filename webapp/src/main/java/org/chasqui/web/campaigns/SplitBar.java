package org.chasqui.web.campaigns;

import static org.chasqui.campaigns.recipients.RecipientState.ACCEPTED;
import static org.chasqui.campaigns.recipients.RecipientState.CANCELLED;
import static org.chasqui.campaigns.recipients.RecipientState.DELIVERED;
import static org.chasqui.campaigns.recipients.RecipientState.EXPIRED;
import static org.chasqui.campaigns.recipients.RecipientState.FAILED;
import static org.chasqui.campaigns.recipients.RecipientState.QUEUED;
import static org.chasqui.campaigns.recipients.RecipientState.READ;
import static org.chasqui.campaigns.recipients.RecipientState.SENT;
import static org.chasqui.campaigns.recipients.RecipientState.SKIPPED;
import static org.chasqui.campaigns.recipients.RecipientState.UNCERTAIN;
import static org.chasqui.campaigns.recipients.RecipientState.WAITING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** The whole list as one bar: every recipient is in exactly one of its parts, so they add up to everybody. */
public final class SplitBar {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final List<Part> parts;
    private final long total;

    SplitBar(Tally tally) {
        total = tally.total();
        var all = new ArrayList<Part>();
        for (var kind : Kind.values()) {
            long count = kind.states.stream().mapToLong(tally::of).sum();
            all.add(new Part(kind, count, total));
        }
        parts = List.copyOf(all);
    }

    /** The parts from left to right, with the states that they are made of. */
    private enum Kind {
        READ_BY(READ),
        ARRIVED(DELIVERED),
        ON_THE_WAY(ACCEPTED, SENT),
        TO_COME(WAITING, QUEUED),
        LEFT_OUT(SKIPPED),
        UNKNOWN(UNCERTAIN),
        ENDED(EXPIRED, CANCELLED),
        REFUSED(FAILED);

        private final Set<RecipientState> states;

        Kind(RecipientState... states) {
            this.states = Set.of(states);
        }

        /** Class in the style sheet, and key of the text. */
        private String key() {
            return switch (this) {
                case READ_BY -> "read";
                case ARRIVED -> "delivered";
                case ON_THE_WAY -> "sent";
                case TO_COME -> "waiting";
                case LEFT_OUT -> "skipped";
                case UNKNOWN -> "uncertain";
                case ENDED -> "ended";
                case REFUSED -> "failed";
            };
        }

        /** These are shown also when nobody is in them. */
        private boolean isUsual() {
            return this != UNKNOWN && this != ENDED;
        }
    }

    /** One part of the bar. */
    public static final class Part {
        private final Kind kind;
        private final long count;
        private final long total;

        private Part(Kind kind, long count, long total) {
            this.kind = kind;
            this.count = count;
            this.total = total;
        }

        public String getKey() {
            return kind.key();
        }

        public String getTitle() {
            return TEXTS.getOr("part." + kind.key(), kind.key());
        }

        public long getCount() {
            return count;
        }

        public String getText() {
            return Formats.count(count);
        }

        public String getShare() {
            return Formats.percent(count, total);
        }

        /** Filter of the recipients, as the address of a campaign has it. */
        public String getQuery() {
            return "state="
                    + kind.states.stream()
                            .map(RecipientState::wireName)
                            .sorted()
                            .collect(Collectors.joining(","));
        }
    }

    /** The parts that somebody is in. */
    public List<Part> getFilled() {
        return parts.stream().filter(part -> part.count > 0).toList();
    }

    /** The parts that are always told, and the unusual ones that somebody is in. */
    public List<Part> getFigures() {
        return parts.stream()
                .filter(part -> part.kind.isUsual() || part.count > 0)
                .toList();
    }

    public String getTotal() {
        return Formats.count(total);
    }

    /** For whom the bar is no help. */
    public String getSpoken() {
        return total == 0
                ? TEXTS.get("bar.empty")
                : getFilled().stream()
                        .map(part -> part.getText() + " " + part.getTitle())
                        .collect(Collectors.joining(", "));
    }
}
