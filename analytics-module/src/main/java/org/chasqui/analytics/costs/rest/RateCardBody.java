package org.chasqui.analytics.costs.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.chasqui.analytics.costs.RateCardView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rate card. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RateCard", description = "Prices in one currency that hold from one day on.")
public record RateCardBody(
        @Schema(description = "Our id; absent for the cards of Meta, which come with the gateway.") @Nullable
        UUID id,

        @Schema(description = "Who it is from.", example = "Meta")
        String name,

        @Schema(description = "ISO 4217.", example = "USD") String currency,

        @Schema(description = "The day from which it holds.", example = "2026-10-01")
        String effectiveOn,

        @Schema(description = "Its prices. What it leaves out goes on as before.")
        List<Line> prices) {

    /** A price. */
    @Schema(name = "Rate", description = "A price.")
    public record Line(
            @Schema(description = "Meta's name of the market, or a country.", example = "Brazil")
            String market,

            @Schema(
                    description = "marketing, utility, authentication, authentication_international or service",
                    example = "utility")
            String category,

            @Schema(description = "The first charged message of the month that it holds for.", example = "1")
            long fromMessage,

            @Schema(description = "Of one message.", example = "0.0068")
            String price) {}

    static RateCardBody of(RateCardView card) {
        return new RateCardBody(
                card.id(),
                card.name(),
                card.currency(),
                card.effectiveOn().toString(),
                card.prices().stream()
                        .map(line -> new Line(
                                line.market(),
                                line.category().wireName(),
                                line.fromMessage(),
                                line.amount().toPlainString()))
                        .toList());
    }
}
