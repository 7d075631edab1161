package org.chasqui.web.messages;

import org.chasqui.messaging.messages.Pricing;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What Meta said about the price, in words; nothing is worked out here. */
public final class PricingCard {
    private static final Texts TEXTS = Texts.of("messages");

    private final @Nullable Pricing pricing;

    PricingCard(@Nullable Pricing pricing) {
        this.pricing = pricing;
    }

    public boolean isKnown() {
        return pricing != null;
    }

    public String getModel() {
        return word(pricing == null ? null : pricing.model());
    }

    public String getType() {
        return word(pricing == null ? null : pricing.type());
    }

    public String getCategory() {
        var category = pricing == null ? null : pricing.category();
        return category == null ? "–" : TEXTS.getOr("category." + category, category);
    }

    public String getBillable() {
        var billable = pricing == null ? null : pricing.billable();
        return billable == null ? "–" : TEXTS.get(billable ? "yes" : "no");
    }

    /** {@code charged}, {@code free} or empty, for the pill. */
    public String getVerdict() {
        var billable = pricing == null ? null : pricing.billable();
        var type = pricing == null ? null : pricing.type();
        if (type != null) {
            return type.startsWith("free") ? "free" : "charged";
        }
        return billable == null ? "" : billable ? "charged" : "free";
    }

    public String getVerdictText() {
        return getVerdict().isEmpty() ? "" : TEXTS.get("cost." + getVerdict());
    }

    private static String word(@Nullable String meta) {
        return meta == null ? "–" : TEXTS.getOr("cost." + meta, meta);
    }
}
