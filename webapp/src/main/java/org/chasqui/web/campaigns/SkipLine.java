package org.chasqui.web.campaigns;

import java.util.List;
import java.util.Map;
import org.chasqui.campaigns.recipients.SkipReason;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;

/** How many are skipped for one reason. */
public final class SkipLine {
    private static final Texts TEXTS = Texts.of("campaigns");

    private final String reason;
    private final long count;
    private final long most;

    private SkipLine(String reason, long count, long most) {
        this.reason = reason;
        this.count = count;
        this.most = most;
    }

    /** The reasons, the most frequent first. */
    static List<SkipLine> of(Map<String, Long> skipped) {
        long most = skipped.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return skipped.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> new SkipLine(entry.getKey(), entry.getValue(), most))
                .toList();
    }

    public String getReason() {
        return reason;
    }

    /** Whether these stand on the list as skipped before a launch; who else a plan leaves out it foresees only. */
    public boolean isListed() {
        return reason.equals(SkipReason.NO_IDENTITY.wireName()) || reason.equals(SkipReason.DUPLICATE.wireName());
    }

    public String getTitle() {
        return TEXTS.getOr("skip." + reason, reason);
    }

    public String getCount() {
        return Formats.count(count);
    }

    /** From 0 to 100. */
    public double getWidth() {
        return most == 0 ? 0 : 100.0 * count / most;
    }
}
