package org.chasqui.web.analytics;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.analytics.rollups.LatencyStep;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of the page said, kept for the requests that its scripts make. Nonsense filters nothing. */
@Named
@ViewScoped
public class AnalyticsAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> RANGES = Set.of("7d", "30d", "90d");
    private static final Set<String> CATEGORIES = Set.of("marketing", "utility", "authentication", "service");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 512;

    private String range = "30d";
    private @Nullable String from;
    private @Nullable String to;
    private LatencyStep step = LatencyStep.DELIVERED;
    private @Nullable String number;
    private @Nullable String category;
    private @Nullable String template;
    private @Nullable String campaign;
    private @Nullable String market;

    public String getRange() {
        return range;
    }

    /** {@code 7d}, {@code 30d} or {@code 90d}. */
    public void setRange(@Nullable String range) {
        this.range = range != null && RANGES.contains(range) ? range : "30d";
    }

    public @Nullable String getFrom() {
        return from;
    }

    /** The first day of a period of one's own, which goes before the range; ISO 8601. */
    public void setFrom(@Nullable String from) {
        this.from = chosen(from);
    }

    public @Nullable String getTo() {
        return to;
    }

    /** The last day of a period of one's own. */
    public void setTo(@Nullable String to) {
        this.to = chosen(to);
    }

    /** The days that the address asks for. */
    Period period(LocalDate today) {
        return own(today)
                .orElseGet(() -> Period.until(today, Integer.parseInt(range.substring(0, range.length() - 1))));
    }

    /** A period of one's own; empty where a range is chosen. */
    Optional<Period> own(LocalDate today) {
        return Period.of(from, to, today);
    }

    public String getStep() {
        return step.wireName();
    }

    /** The step whose times are drawn: accepted, sent, delivered or read. */
    public void setStep(@Nullable String word) {
        step = LatencyStep.ofWireName(String.valueOf(word)).orElse(LatencyStep.DELIVERED);
    }

    LatencyStep step() {
        return step;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = chosen(number);
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        var word = chosen(category);
        this.category = word != null && CATEGORIES.contains(word) ? word : null;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = chosen(template);
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    /** Our id of a campaign. */
    public void setCampaign(@Nullable String campaign) {
        var word = chosen(campaign);
        this.campaign = word != null && ID.matcher(word).matches() ? word : null;
    }

    @Nullable
    UUID campaignId() {
        return campaign == null ? null : UUID.fromString(campaign);
    }

    public @Nullable String getMarket() {
        return market;
    }

    /** Meta's name of a market, or a country. */
    public void setMarket(@Nullable String market) {
        this.market = chosen(market);
    }

    /** Whether anything but the time is chosen. */
    public boolean isFiltered() {
        return number != null || category != null || template != null || campaign != null || market != null;
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST
                ? null
                : value.strip();
    }
}
