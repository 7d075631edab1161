package org.chasqui.campaigns.campaigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to whoever knows Meta's prices. Without one a plan has no costs, and says so. */
public interface CostCard {
    /**
     * The market that a number belongs to, in the words of the rate card.
     *
     * @param peer digits with country code, or a business-scoped user id
     */
    String market(String peer);

    /**
     * What a delivered message costs.
     *
     * @param category marketing or utility
     * @return empty when the card has no such price
     */
    Optional<Price> price(UUID accountId, String market, String category, Instant at);

    /**
     * A price of the card.
     *
     * @param amount of one message
     * @param currency ISO 4217
     * @param since from when the card holds
     * @param source whose card it is; null when it is Meta's
     */
    record Price(
            BigDecimal amount,
            String currency,
            LocalDate since,
            @Nullable String source) {}
}
