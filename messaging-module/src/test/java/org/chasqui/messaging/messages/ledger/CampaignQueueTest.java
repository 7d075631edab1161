package org.chasqui.messaging.messages.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.WaitingForTemplate.Use;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CampaignQueueTest {
    private static final MessagingDatabase DATABASE = new MessagingDatabase();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final UUID number = ids.next();
    private final UUID campaign = ids.next();
    private final Queue queue = DATABASE.queue();
    private final CampaignQueue campaigns = new CampaignQueue(DATABASE.jdbc());

    @BeforeEach
    void leaseTheNumber() {
        DATABASE.execute("insert into msg_lease (number_id, node, epoch, until) values ('" + number
                + "', 'here', 1, now() + interval '1 hour')");
    }

    private UUID queued(String peer, @Nullable UUID campaignId, String category) {
        var message = new NewMessage(
                ids.next(),
                number,
                number,
                "106540352242922",
                number,
                Direction.OUTBOUND,
                peer,
                "template",
                "{\"language\":{\"code\":\"en\"}}",
                null,
                "sale",
                category,
                Lane.MARKETING,
                null,
                NOW,
                FAR,
                Beside.NOTHING,
                campaignId);
        DATABASE.ledger().insert(List.of(message));
        queue.enqueue(List.of(message));
        return message.id();
    }

    private List<UUID> claim() {
        return queue.claim(number, Lane.MARKETING, NOW, "here", 1, 10).stream()
                .map(Claim::messageId)
                .toList();
    }

    @Test
    void holdsTheMessagesOfOneCampaignOnly() {
        var ours = queued("14155550001", campaign, "marketing");
        var others = queued("14155550002", ids.next(), "marketing");
        var single = queued("14155550003", null, "marketing");

        assertThat(campaigns.hold(campaign, number, "paused")).isEqualTo(1);
        assertThat(claim()).containsExactlyInAnyOrder(others, single).doesNotContain(ours);

        assertThat(campaigns.release(campaign, number, NOW, 10))
                .isEqualTo(new CampaignQueue.Released(1, Set.of(Lane.MARKETING)));
        assertThat(claim()).containsExactly(ours);
        assertThat(campaigns.claimed(campaign, number)).isEqualTo(1);
    }

    @Test
    void letsGoABatchAtATimeTheFirstThatWasAcceptedFirst() {
        var first = queued("14155550001", campaign, "marketing");
        var second = queued("14155550002", campaign, "marketing");
        var others = queued("14155550003", ids.next(), "marketing");
        DATABASE.execute("update msg_queue set state = 4 where message_id = '" + others + "'");
        var third = queued("14155550004", campaign, "marketing");
        campaigns.hold(campaign, number, "paused");

        assertThat(campaigns.release(campaign, number, NOW, 2).messages()).isEqualTo(2);
        assertThat(claim()).containsExactly(first, second);
        assertThat(campaigns.release(campaign, number, NOW, 2).messages()).isEqualTo(1);
        assertThat(claim()).containsExactly(third);
        assertThat(campaigns.release(campaign, number, NOW, 2))
                .as("those of another campaign stay")
                .isEqualTo(new CampaignQueue.Released(0, Set.of()));
    }

    @Test
    void leavesWhatIsUnderWay() {
        queued("14155550001", campaign, "marketing");
        claim();

        assertThat(campaigns.hold(campaign, number, "paused")).isZero();
        assertThat(campaigns.waiting(campaign, number, 10)).isEmpty();
    }

    @Test
    void aHeldMessageStandsInNobodysWay() {
        queued("14155550001", campaign, "marketing");
        campaigns.hold(campaign, number, "paused");
        var single = queued("14155550001", null, "marketing");

        assertThat(claim()).containsExactly(single);
    }

    @Test
    void knowsWhatCanStillBeWithdrawn() {
        var first = queued("14155550001", campaign, "marketing");
        var second = queued("14155550002", campaign, "marketing");
        campaigns.hold(campaign, number, "paused");

        assertThat(campaigns.waiting(campaign, number, 10)).containsExactly(first, second);
        assertThat(queue.withdraw(first)).isTrue();
    }

    @Test
    void aTemplateThatBecomesUtilityTakesNoCampaignPastWhatSomebodyWaitsFor() {
        var held = new HeldQueue();
        held.jdbc = DATABASE.jdbc();
        var ours = queued("14155550001", campaign, "marketing");
        var single = queued("14155550002", null, "marketing");

        assertThat(held.move(new Use(List.of(number), "sale", "en"), Lane.UTILITY))
                .isEqualTo(1);
        assertThat(claim()).containsExactly(ours).doesNotContain(single);
    }

    @Test
    void anOptOutOfMarketingDoesNotStopAUtilityCampaign() {
        var workspace = number;
        var person = ids.next();
        DATABASE.execute("insert into msg_contact (id, workspace_id, phone, created_at, updated_at) values ('" + person
                + "', '" + workspace + "', '14155550009', now(), now())");
        DATABASE.execute("insert into msg_contact_identity (workspace_id, value, contact_id) values ('" + workspace
                + "', '14155550009', '" + person + "')");
        DATABASE.execute("insert into msg_consent (contact_id, category, opted_out, source, at) values ('" + person
                + "', 'marketing', true, 'api', now())");
        queued("14155550009", campaign, "utility");

        assertThat(queue.claim(number, Lane.MARKETING, NOW, "here", 1, 1))
                .singleElement()
                .matches(claim -> !claim.optedOut());
    }
}
