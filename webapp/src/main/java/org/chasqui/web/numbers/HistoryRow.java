package org.chasqui.web.numbers;

import java.time.Instant;
import org.chasqui.platform.accounts.HistoryEntry;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** One line of the life story of a number. */
public final class HistoryRow {
    private static final Texts TEXTS = Texts.of("numbers");

    private final HistoryEntry entry;

    HistoryRow(HistoryEntry entry) {
        this.entry = entry;
    }

    public String getId() {
        return entry.id().toString();
    }

    public Instant getAt() {
        return entry.at();
    }

    public String getTitle() {
        return TEXTS.getOr("what." + entry.what(), NumberWords.sentence(entry.what()));
    }

    public String getDetail() {
        var before = word(entry.before());
        var after = word(entry.after());
        if (entry.what().equals("sending")) {
            return "sending".equals(entry.after()) ? TEXTS.get("sending.again") : String.valueOf(entry.after());
        }
        return before == null ? after == null ? "" : after : before + " → " + (after == null ? "–" : after);
    }

    private @Nullable String word(@Nullable String metas) {
        if (metas == null) {
            return null;
        }
        return switch (entry.what()) {
            case "status", "quality", "name_status", "throughput" -> NumberWords.sentence(metas);
            case "limit" -> TEXTS.getOr("limit." + metas, metas);
            default -> metas;
        };
    }

    /** Who said it. */
    public String getSource() {
        return entry.source().equals("webhook")
                ? TEXTS.get("source.webhook")
                : entry.what().equals("token") ? TEXTS.get("source.us") : TEXTS.get("source.check");
    }

    public boolean isAccountWide() {
        return entry.numberId() == null;
    }

    /** Red where sending stops, amber where it may, green where it goes again, grey for the rest. */
    public String getColour() {
        var after = entry.after() == null ? "" : entry.after();
        return switch (entry.what()) {
            case "sending" -> after.equals("sending") ? "green" : "red";
            case "status" -> after.equals("CONNECTED") ? "green" : after.equals("FLAGGED") ? "amber" : "red";
            case "quality" ->
                switch (after) {
                    case "GREEN" -> "green";
                    case "YELLOW", "FLAGGED" -> "amber";
                    case "RED" -> "red";
                    default -> "grey";
                };
            case "name_status" -> after.equals("APPROVED") ? "green" : after.equals("DECLINED") ? "red" : "amber";
            case "token", "ACCOUNT_VIOLATION", "ACCOUNT_RESTRICTION" -> "amber";
            case "DISABLED_UPDATE" -> after.equals("REINSTATE") ? "green" : "red";
            case "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED", "PARTNER_REMOVED" -> "red";
            default -> "grey";
        };
    }

    /** Meta's words, for who wants to know; empty when it told nothing itself. */
    public String getValue() {
        return entry.value() == null ? "" : entry.field() + " " + entry.value();
    }
}
