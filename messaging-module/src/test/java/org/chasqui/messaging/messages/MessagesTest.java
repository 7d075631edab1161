package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID ID = UUID.fromString("0193d000-0000-7000-8000-000000000001");
    private static final String PEER = "5511955501234";

    private final Messages messages = new Messages();

    /** Who is told of a failure sends once more, and the person would get it twice. */
    @Test
    void whatIsCommittedIsNoFailureForItsSenderAlthoughItCannotBeRead() {
        messages.acceptance = new Accepting();
        messages.backlog = new BacklogGuard() {
            @Override
            void check(SenderNumber sender, Lane lane, String peer) {
                // There is room.
            }
        };
        messages.desk = new AcceptDesk() {
            @Override
            AcceptWriter.Accepted accept(Draft draft) {
                return new AcceptWriter.Accepted(
                        new ConversationView(ID, ID, ID, PEER, null, null, null, null, NOW), false, false);
            }
        };
        messages.reader = new Away();
        messages.waiters = new Waiters();
        messages.waiters.reader = messages.reader;
        var command = new SendMessage(
                ID, "106540352242922", PEER, "text", JsonNodeFactory.instance.objectNode(), null, null, ID);

        var message = messages.sendAndWait(command, Duration.ofMillis(300));

        assertThat(message.id()).isEqualTo(ID);
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
    }

    private static final class Accepting extends Acceptance {
        @Override
        SenderNumber sender(SendMessage command) {
            return new SenderNumber(
                    ID,
                    ID,
                    ID,
                    "1029",
                    "106540352242922",
                    "+55 11 95550-1234",
                    "Shop",
                    "GREEN",
                    null,
                    "STANDARD",
                    80,
                    "CONNECTED");
        }

        @Override
        Draft draft(SendMessage command, SenderNumber sender) {
            return new Draft(
                    ID,
                    new ConversationStore.Key(ID, ID, PEER),
                    "106540352242922",
                    "text",
                    JsonNodeFactory.instance.objectNode(),
                    null,
                    null,
                    "service",
                    Lane.UTILITY,
                    false,
                    NOW,
                    NOW.plusSeconds(60),
                    null);
        }
    }

    /** As if the database had gone away after the commit. */
    private static final class Away extends MessageReader {
        @Override
        Optional<MessageView> byId(UUID workspaceId, UUID id) {
            throw new IllegalStateException("away");
        }

        @Override
        List<UUID> answered(Collection<UUID> ids) {
            throw new IllegalStateException("away");
        }
    }
}
