package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A test for each reason to pause that Meta gives. */
class ReadinessTest {
    private final Campaign campaign = Given.campaign(UUID.randomUUID(), CampaignStatus.RUNNING);

    private static Readiness of(String status, String category, String quality, String numberQuality) {
        return new Readiness(Given.template(status, category, quality, Given.BODY), Given.number(numberQuality), null);
    }

    private void pauses(Readiness readiness, PauseReason reason) {
        assertThat(readiness.toGoOn(campaign))
                .hasValueSatisfying(trouble -> assertThat(trouble.reason()).isEqualTo(reason));
    }

    @Test
    void goesOnWhileAllIsWell() {
        assertThat(Given.ready().toGoOn(campaign)).isEmpty();
        assertThat(of("APPROVED", "MARKETING", "YELLOW", "YELLOW").toGoOn(campaign))
                .isEmpty();
    }

    @Test
    void pausesForATemplateThatMetaDoesNotLetGo() {
        for (var status : new String[] {"PAUSED", "PENDING", "REJECTED", "DISABLED", "IN_APPEAL"}) {
            pauses(of(status, "MARKETING", "GREEN", "GREEN"), PauseReason.TEMPLATE_STATUS);
        }
        pauses(new Readiness(null, Given.number(), null), PauseReason.TEMPLATE_STATUS);
    }

    @Test
    void pausesForATemplateThatMetaHasMoved() {
        pauses(of("APPROVED", "UTILITY", "GREEN", "GREEN"), PauseReason.TEMPLATE_CATEGORY);
    }

    @Test
    void pausesForADropOfQuality() {
        pauses(of("APPROVED", "MARKETING", "RED", "GREEN"), PauseReason.QUALITY);
        pauses(of("APPROVED", "MARKETING", "GREEN", "RED"), PauseReason.QUALITY);
    }

    @Test
    void pausesForANumberThatMayNotSend() {
        pauses(new Readiness(Given.template(Given.BODY), null, null), PauseReason.NUMBER);
        pauses(
                new Readiness(Given.template(Given.BODY), Given.number(), "Meta has banned the number."),
                PauseReason.NUMBER);
    }

    @Test
    void knowsTheTiersOfMeta() {
        assertThat(PeopleLimit.tier("TIER_250")).contains(250L);
        assertThat(PeopleLimit.tier("TIER_2K")).contains(2_000L);
        assertThat(PeopleLimit.tier("TIER_100K")).contains(100_000L);
        assertThat(PeopleLimit.tier("TIER_UNLIMITED")).contains(Long.MAX_VALUE);
        assertThat(PeopleLimit.tier("TIER_NOT_SET")).isEmpty();
        assertThat(PeopleLimit.tier(null)).isEmpty();
    }
}
