package org.chasqui.web.costs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.chasqui.analytics.costs.RateCardView;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A rate card in the list. */
public final class RateCardRow {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Texts.LOCALE);

    private final RateCardView card;
    private final boolean inForce;
    private final boolean future;

    RateCardRow(RateCardView card, LocalDate today, boolean inForce) {
        this.card = card;
        this.inForce = inForce;
        this.future = card.effectiveOn().isAfter(today);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    public @Nullable UUID getId() {
        return card.id();
    }

    /** Whether it was imported here, and can be removed. */
    public boolean isOwn() {
        return card.id() != null;
    }

    public String getName() {
        return card.name();
    }

    public String getCurrency() {
        return card.currency();
    }

    public String getDay() {
        return day(card.effectiveOn());
    }

    public String getPrices() {
        return Formats.count(card.prices().size());
    }

    /** Whether it is the newest that holds today, in its currency. */
    public boolean isInForce() {
        return inForce;
    }

    public boolean isFuture() {
        return future;
    }
}
