package org.chasqui.campaigns.campaigns;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chasqui.campaigns.recipients.RecipientRow;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.templates.templates.TemplateView;

/** What campaigns are made of, for tests. */
final class Given {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final UUID WORKSPACE = new UUID(1, 1);
    static final UUID ACCOUNT = new UUID(1, 2);
    static final UUID NUMBER = new UUID(1, 3);
    static final String BODY = "[{\"type\":\"BODY\",\"text\":\"Hi {{1}}, it is {{2}} today.\"}]";

    private Given() {}

    static SenderNumber number() {
        return number("GREEN");
    }

    static SenderNumber number(String quality) {
        return new SenderNumber(
                NUMBER,
                WORKSPACE,
                ACCOUNT,
                "102290129340398",
                "106540352242922",
                "+55 11 95550-0167",
                "Shop",
                quality,
                "TIER_UNLIMITED",
                "STANDARD",
                80,
                "CONNECTED");
    }

    static TemplateView template(String components) {
        return template("APPROVED", "MARKETING", "GREEN", components);
    }

    static TemplateView template(String status, String category, String quality, String components) {
        return new TemplateView(
                new UUID(1, 4),
                WORKSPACE,
                ACCOUNT,
                "572279198452421",
                "sale",
                "en_US",
                "POSITIONAL",
                status,
                NOW,
                null,
                category,
                null,
                null,
                null,
                null,
                quality,
                null,
                null,
                components,
                null,
                NOW,
                NOW,
                null);
    }

    static Readiness ready() {
        return new Readiness(template(BODY), number(), null);
    }

    static Campaign campaign(UUID id, CampaignStatus status) {
        return new Campaign(
                id,
                WORKSPACE,
                "Sale",
                NUMBER,
                ACCOUNT,
                "106540352242922",
                "sale",
                "en_US",
                "marketing",
                "[]",
                status,
                null,
                null,
                null,
                null,
                25,
                0,
                0,
                "GREEN",
                "GREEN",
                null,
                null,
                0,
                NOW,
                "test",
                null,
                null,
                null,
                null,
                Tally.NOTHING);
    }

    static RecipientRow recipient(String name, Map<String, String> variables) {
        return new RecipientRow(
                new UUID(1, 5),
                1,
                "+5511955501234",
                "5511955501234",
                name,
                variables,
                null,
                RecipientState.WAITING,
                null,
                null,
                null,
                null,
                0,
                NOW,
                null);
    }
}
