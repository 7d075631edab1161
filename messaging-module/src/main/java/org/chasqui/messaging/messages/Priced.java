package org.chasqui.messaging.messages;

import org.jspecify.annotations.Nullable;

/**
 * Messages of whose price Meta has spoken in a status webhook.
 *
 * @param said what it said
 * @param category what it said it was charged or free as; ours where it named none that we know. Null for any.
 */
public record Priced(Said said, @Nullable String category) {
    /** What Meta can say of a price. */
    public enum Said {
        /** Anything at all. */
        TOLD,
        /** That it costs something: {@code billable}, which Meta is going to drop in favour of the type. */
        CHARGED,
        /** That it costs nothing. */
        FREE;

        private static final String CHARGES = "coalesce(m.billable, m.price_type is not distinct from 'regular')";

        private String condition() {
            var told = "(m.price_model is not null or m.price_type is not null or m.price_category is not null"
                    + " or m.billable is not null)";
            return switch (this) {
                case TOLD -> told;
                case CHARGED -> told + " and " + CHARGES;
                case FREE -> told + " and not " + CHARGES;
            };
        }
    }

    /** The category by Meta's word: the lite form of marketing costs what marketing costs. */
    private static final String CATEGORY = """
            case lower(replace(btrim(m.price_category), '-', '_'))
                when 'marketing' then 'marketing' when 'marketing_lite' then 'marketing' when 'utility' then 'utility'
                when 'authentication' then 'authentication'
                when 'authentication_international' then 'authentication_international'
                when 'service' then 'service' else m.category end""";

    /** As SQL about a message {@code m}, with a question mark when there is a category. */
    String condition() {
        return said.condition() + (category == null ? "" : " and " + CATEGORY + " = ?");
    }
}
