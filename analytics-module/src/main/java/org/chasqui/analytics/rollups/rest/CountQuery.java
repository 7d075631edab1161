package org.chasqui.analytics.rollups.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.analytics.rollups.CountFilter;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Caller;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which messages to count, and over which time; a {@code @BeanParam} of everything under {@code /analytics}. */
public class CountQuery {
    private static final int MOST_DAYS = 90;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS_OF_FILE = 366;
    /** The calendar of Java reaches further than that of the database. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Set<String> CATEGORIES = Set.of("marketing", "utility", "authentication", "service");

    @QueryParam("days")
    @Parameter(
            description = "The last so many days with today, 1 to 90; 30 when nothing is said.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Nullable
    String days;

    @QueryParam("tz")
    @Parameter(description = "The time zone of the days, for example America/Sao_Paulo; UTC when nothing is said.")
    @Nullable
    String zone;

    @QueryParam("since")
    @Parameter(description = "Messages created at or after this time (ISO-8601, down to the hour), instead of `days`.")
    @Nullable
    String since;

    @QueryParam("until")
    @Parameter(description = "Messages created before this time (ISO-8601); now when nothing is said.")
    @Nullable
    String until;

    @QueryParam("phone_number_id")
    @Parameter(description = "Only messages of this number, by our id or Meta's.")
    @Nullable
    String phoneNumberId;

    @QueryParam("template")
    @Parameter(description = "Only messages of this template, by its name.")
    @Nullable
    String template;

    @QueryParam("category")
    @Parameter(description = "marketing, utility, authentication or service: the category that you sent them under.")
    @Nullable
    String category;

    @QueryParam("campaign_id")
    @Parameter(description = "Only messages of this campaign.")
    @Nullable
    String campaignId;

    @QueryParam("market")
    @Parameter(description = "Only messages to this market of Meta's rate card, or to a country such as BR.")
    @Nullable
    String market;

    /** A span of time. */
    public record Span(Instant since, Instant until) {}

    /**
     * The filter that the query asks for.
     *
     * @throws RequestFailed VALIDATION_FAILED, or NOT_FOUND for a number that the caller may not see
     */
    public CountFilter filter(Caller caller, PhoneNumbers numbers, Instant now) {
        if (category != null && !CATEGORIES.contains(category)) {
            throw RequestFailed.invalid("category", "must be marketing, utility, authentication or service.");
        }
        var everywhere = new CountFilter(
                caller.workspaceId(), number(caller, numbers), template, category, campaign(), null, false);
        return market == null ? everywhere : in(market, everywhere, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static CountFilter in(String market, CountFilter everywhere, LocalDate today) {
        if (!Markets.isKnown(market, today)) {
            throw RequestFailed.invalid("market", "must be a market of Meta such as Rest of Africa, or a country.");
        }
        return everywhere.inMarket(market, today);
    }

    private @Nullable UUID number(Caller caller, PhoneNumbers numbers) {
        if (phoneNumberId == null) {
            return caller.onlyNumber().orElse(null);
        }
        var asked = phoneNumberId;
        return numbers.find(caller.workspaceId(), asked)
                .map(SenderNumber::id)
                .filter(caller::mayUse)
                .orElseThrow(() -> RequestFailed.notFound("phone number", asked));
    }

    private @Nullable UUID campaign() {
        if (campaignId == null) {
            return null;
        }
        try {
            return UUID.fromString(campaignId);
        } catch (IllegalArgumentException noId) {
            throw RequestFailed.invalid("campaign_id", "must be the id of a campaign.");
        }
    }

    /** How many days are asked for. */
    public int days() {
        try {
            int asked = days == null ? USUAL_DAYS : Integer.parseInt(days);
            if (asked >= 1 && asked <= MOST_DAYS) {
                return asked;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through to the same sentence.
        }
        throw RequestFailed.invalid("days", "must be a whole number from 1 to " + MOST_DAYS + ".");
    }

    /** The zone of the days. */
    public ZoneId zone() {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            throw RequestFailed.invalid("tz", "must be a time zone such as America/Sao_Paulo.");
        }
    }

    /** The time that is asked for: from the beginning of the first day, or as said. */
    public Span span(Instant now) {
        var end = until == null ? now : time("until", until);
        if (since == null) {
            var first = LocalDate.ofInstant(end, zone()).minusDays(days() - 1L);
            return new Span(first.atStartOfDay(zone()).toInstant(), end);
        }
        var begin = time("since", since);
        if (!begin.isBefore(end)) {
            throw RequestFailed.invalid("since", "must be before until.");
        }
        return new Span(begin, end);
    }

    /**
     * Days, the last one with them.
     *
     * @param first in the zone that is asked for
     */
    public record DaysOf(LocalDate first, LocalDate last) {}

    /**
     * The days that a span of time touches.
     *
     * @throws RequestFailed VALIDATION_FAILED when they are more than a year
     */
    public DaysOf daysOf(Span span) {
        var first = LocalDate.ofInstant(span.since(), zone());
        var last = LocalDate.ofInstant(span.until().minusNanos(1), zone());
        if (first.plusDays(MOST_DAYS_OF_FILE).isAfter(last)) {
            return new DaysOf(first, last);
        }
        throw RequestFailed.invalid("since", "must be at most " + MOST_DAYS_OF_FILE + " days before until.");
    }

    private static Instant time(String field, String text) {
        try {
            var time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw RequestFailed.invalid(field, "must be a time between 1970 and 9999.");
            }
            return time;
        } catch (DateTimeParseException noTime) {
            throw RequestFailed.invalid(field, "must be a time such as 2026-11-22T08:00:00Z.");
        }
    }
}
