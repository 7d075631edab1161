package org.chasqui.campaigns.campaigns;

import java.util.Locale;
import java.util.Optional;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.Effect;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;

/**
 * What Meta thinks now of what a campaign needs.
 *
 * @param template null when the account has no such template any more
 * @param number null when the number is not connected any more
 * @param obstacle why Meta keeps the number from sending; null when it does not
 */
record Readiness(
        @Nullable TemplateView template,
        @Nullable SenderNumber number,
        @Nullable String obstacle) {
    private static final String RED = "RED";

    /** A reason to pause. */
    record Trouble(PauseReason reason, String detail) {}

    /** The category of the template, in lower case; empty when it is gone. */
    String category() {
        return template == null ? "" : template.category().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String templateQuality() {
        return template == null ? null : template.quality();
    }

    @Nullable
    String numberQuality() {
        return number == null ? null : number.qualityRating();
    }

    /** What keeps it from beginning at all. */
    Optional<Trouble> toBegin() {
        if (number == null) {
            return trouble(PauseReason.NUMBER, "The number is not connected any more.");
        }
        if (template == null || template.deletedAt() != null) {
            return trouble(PauseReason.TEMPLATE_STATUS, "The template does not exist any more.");
        }
        if (template.effect() != Effect.SENDS) {
            return trouble(
                    PauseReason.TEMPLATE_STATUS,
                    "Meta says of the template: " + template.status() + ". It goes only while it is approved.");
        }
        return obstacle == null ? Optional.empty() : trouble(PauseReason.NUMBER, obstacle);
    }

    /** What must stop a campaign that runs. */
    Optional<Trouble> toGoOn(Campaign campaign) {
        return toBegin()
                .or(() -> category().equals(campaign.category())
                        ? Optional.empty()
                        : trouble(
                                PauseReason.TEMPLATE_CATEGORY,
                                "Meta has moved the template from " + campaign.category() + " to " + category()
                                        + ": price and consent are others now. Resume it if you want it so."))
                .or(() -> isDrop(campaign.templateQuality(), templateQuality())
                        ? trouble(PauseReason.QUALITY, "Meta rates the quality of the template RED now.")
                        : Optional.empty())
                .or(() -> isDrop(campaign.numberQuality(), numberQuality())
                        ? trouble(PauseReason.QUALITY, "Meta rates the quality of the number RED now.")
                        : Optional.empty());
    }

    private static boolean isDrop(@Nullable String before, @Nullable String now) {
        return RED.equalsIgnoreCase(now) && !RED.equalsIgnoreCase(before);
    }

    private static Optional<Trouble> trouble(PauseReason reason, String detail) {
        return Optional.of(new Trouble(reason, detail));
    }
}
