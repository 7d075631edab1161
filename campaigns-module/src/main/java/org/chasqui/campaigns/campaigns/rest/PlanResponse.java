package org.chasqui.campaigns.campaigns.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chasqui.campaigns.campaigns.Plan;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What would become of a campaign if it were launched now. */
@Schema(
        name = "CampaignPlan",
        description = "What would become of a campaign if it were launched now; nothing is sent.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanResponse(
        @Schema(description = "Everybody on the list.", required = true)
        long total,

        @Schema(description = "Who would be written to.", required = true)
        long reach,

        @Schema(
                description = "Who would not, by reason: no_identity, duplicate, opted_out, missing_variable.",
                type = SchemaType.OBJECT,
                required = true,
                example = "{\"opted_out\":3}")
        Map<String, Long> skipped,

        @Schema(description = "The first messages as they would be read.", required = true)
        List<Sample> samples,

        @Schema(
                description =
                        "What it costs at most, by market: what is not delivered costs nothing. Empty while no rate"
                                + " card is there.",
                required = true)
        List<Cost> costs,

        @Schema(description = "Messages that the number may send in a second.", required = true, example = "80")
        int messagesPerSecond,

        @Schema(
                description = "Seconds that sending takes at that rate, without waiting for the limit of people.",
                required = true)
        long durationSeconds,

        @Schema(
                description = "How many people Meta lets the portfolio write to in 24 hours; nothing without a limit.",
                nullable = true)
        @Nullable
        Long peopleLimit,

        @Schema(description = "How many of them are left now. The campaign waits when none is.", nullable = true)
        @Nullable
        Long peopleLeft,

        @Schema(description = "What keeps it from being launched now.", required = true)
        List<String> obstacles) {
    /** One recipient's message. */
    @Schema(name = "CampaignSample", description = "One recipient's message.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sample(
            @Schema(description = "The address as it was given.", required = true)
            String to,

            @Schema(description = "Name.", nullable = true) @Nullable
            String name,

            @Schema(description = "The body as it is read.", required = true)
            String text) {}

    /** What the messages to one market cost at most. */
    @Schema(name = "CampaignCost", description = "What the messages to one market cost at most.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cost(
            @Schema(description = "The market, in the words of the rate card.", required = true, example = "Brazil")
            String market,

            @Schema(description = "Category that is paid for.", required = true, example = "marketing")
            String category,

            @Schema(description = "How many messages.", required = true)
            long messages,

            @Schema(
                    description = "What they cost; nothing when the card has no price.",
                    nullable = true,
                    example = "6.25")
            @Nullable
            BigDecimal amount,

            @Schema(description = "Currency.", nullable = true, example = "USD") @Nullable
            String currency,

            @Schema(description = "From when the rate card holds.", nullable = true) @Nullable
            LocalDate rateCardSince) {}

    static PlanResponse of(Plan plan) {
        return new PlanResponse(
                plan.total(),
                plan.reach(),
                plan.skipped(),
                plan.samples().stream()
                        .map(one -> new Sample(one.to(), one.name(), one.text()))
                        .toList(),
                plan.costs().stream()
                        .map(one -> new Cost(
                                one.market(),
                                one.category(),
                                one.messages(),
                                one.amount(),
                                one.currency(),
                                one.since()))
                        .toList(),
                plan.rate(),
                plan.duration().toSeconds(),
                plan.peopleLimit(),
                plan.peopleLeft(),
                plan.obstacles());
    }
}
