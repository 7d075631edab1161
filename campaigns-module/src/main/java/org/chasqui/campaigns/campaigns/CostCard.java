package org.chasqui.campaigns.campaigns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Port to whoever knows Meta's prices. Without one a plan has no costs, and says so. */
public interface CostCard {
    /**
     * The market that a person belongs to, in Meta's words.
     *
     * @param peer digits with country code, or a business-scoped user id
     * @param at when the message is sent: Meta names new markets from time to time
     */
    String market(String peer, Instant at);

    /**
     * What a delivered message costs, in the currency of the account, before rebates by volume.
     *
     * @param accountId our id of the account
     * @param category marketing, utility or authentication
     * @return empty when no card has such a price
     */
    Optional<Price> price(UUID workspaceId, UUID accountId, String market, String category, Instant at);

    /**
     * A price of the card.
     *
     * @param amount of one message
     * @param currency ISO 4217
     * @param since the day from which the card holds
     */
    record Price(BigDecimal amount, String currency, LocalDate since) {}
}
