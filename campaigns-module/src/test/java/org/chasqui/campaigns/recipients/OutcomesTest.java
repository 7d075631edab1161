package org.chasqui.campaigns.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.campaigns.testing.CampaignDatabase;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageNotes;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers, and which campaign the answer belongs to. */
class OutcomesTest {
    private static final CampaignDatabase DATABASE = new CampaignDatabase();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final UUID campaign = UUID.randomUUID();
    private final UUID workspace = UUID.randomUUID();
    private final UUID number = UUID.randomUUID();
    private final RecipientStore recipients = new RecipientStore(DATABASE.sql());
    private final Tallies tallies = new Tallies(DATABASE.sql());
    private final Map<UUID, MessageView> written = new HashMap<>();
    private final Outcoming outcomes = new Outcoming(
            DATABASE.sql(),
            new CampaignMessages() {
                @Override
                public Map<UUID, MessageView> byIds(UUID workspaceId, Collection<UUID> ids) {
                    return written;
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void writeToSomebody() {
        DATABASE.execute("insert into cmp_campaign (id, workspace_id, name, number_id, account_id, phone_number_id,"
                + " template, language, category, created_at, created_by, launched_at, status) values ('" + campaign
                + "', '" + workspace + "', 'Sale', '" + number
                + "', gen_random_uuid(), '1', 'sale', 'en_US', 'marketing',"
                + " '" + NOW + "', 'test', '" + NOW + "', 2)");
        recipients.add(campaign, List.of(NewRecipient.of("+5511965501234", null, Map.of(), null)), NOW);
        var message = UUID.randomUUID();
        recipients.handOver(campaign, List.of(new RecipientStore.Turn(1, message, null, null)), NOW);
        move(message, MessageStatus.QUEUED, MessageStatus.DELIVERED);
    }

    private void move(UUID message, MessageStatus from, MessageStatus to) {
        outcomes.hear(new MessagesMoved(
                "merge",
                List.of(new Move(
                        message,
                        workspace,
                        number,
                        Direction.OUTBOUND,
                        "marketing",
                        "sale",
                        campaign,
                        "5511965501234",
                        NOW,
                        from,
                        to,
                        Set.of(),
                        Milestones.NONE,
                        Milestones.NONE))));
    }

    private void answers(String peer, UUID to, Instant at) {
        var id = UUID.randomUUID();
        written.clear();
        written.put(
                id,
                new MessageView(
                        id,
                        workspace,
                        to,
                        "1",
                        Direction.INBOUND,
                        peer,
                        null,
                        "text",
                        JsonNodeFactory.instance.objectNode(),
                        null,
                        "service",
                        MessageStatus.RECEIVED,
                        List.of(),
                        null,
                        UUID.randomUUID(),
                        null,
                        null,
                        0,
                        at,
                        null,
                        null,
                        MessageNotes.NONE));
        outcomes.hear(new MessagesMoved(
                "merge",
                List.of(new Move(
                        id,
                        workspace,
                        to,
                        Direction.INBOUND,
                        "service",
                        null,
                        null,
                        peer,
                        at,
                        null,
                        MessageStatus.RECEIVED,
                        Set.of(),
                        Milestones.NONE,
                        Milestones.NONE))));
    }

    @Test
    void countsWhoAnswersOnceUnderWhicheverNumberHeComes() {
        answers("551165501234", number, NOW.plusSeconds(60));
        answers("5511965501234", number, NOW.plusSeconds(90));

        assertThat(tallies.of(campaign).replied()).isEqualTo(1);
        assertThat(tallies.recount(campaign).replied()).isEqualTo(1);
        assertThat(tallies.of(campaign).of(RecipientState.DELIVERED)).isEqualTo(1);
    }

    @Test
    void anAnswerAfterThreeDaysIsAConversationOfItsOwn() {
        answers("5511965501234", number, NOW.plusSeconds(72 * 3_600 + 1));

        assertThat(tallies.of(campaign).replied()).isZero();
    }

    @Test
    void whatIsWrittenToAnotherNumberIsNoAnswer() {
        answers("5511965501234", UUID.randomUUID(), NOW.plusSeconds(60));
        answers("573001234567", number, NOW.plusSeconds(60));

        assertThat(tallies.of(campaign).replied()).isZero();
    }

    @Test
    void theSameWordTwiceMovesNobodyTwice() {
        var message = recipients
                .list(campaign, Set.of(), null, null, false, 0, 1)
                .get(0)
                .messageId();
        if (message == null) {
            throw new AssertionError("a recipient who was handed over has a message");
        }
        move(message, MessageStatus.DELIVERED, MessageStatus.READ);
        move(message, MessageStatus.DELIVERED, MessageStatus.READ);
        move(message, MessageStatus.READ, MessageStatus.PLAYED);

        assertThat(tallies.of(campaign).of(RecipientState.READ)).isEqualTo(1);
        assertThat(tallies.of(campaign).total()).isEqualTo(1);
    }
}
