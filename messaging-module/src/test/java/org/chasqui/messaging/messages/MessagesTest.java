package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID ID = UUID.fromString("0193d000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0193d000-0000-7000-8000-000000000002");
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final String PEER = "5511955501234";

    private final Messages messages = new Messages();
    private final SendMessage command =
            new SendMessage(ID, "106540352242922", PEER, "text", JsonNodeFactory.instance.objectNode(), null, null, ID);

    MessagesTest() {
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
        messages.waiters = new Waiters();
        messages.waiters.reader = new Away();
    }

    @AfterEach
    void close() {
        messages.waiters.close(Duration.ZERO);
    }

    /** Who is told of a failure sends once more, and the person would get it twice. */
    @Test
    void whatIsCommittedIsNoFailureForItsSenderAlthoughItCannotBeRead() {
        messages.waiters.open(1);

        var message = messages.sendAndWait(command, SHORT);

        assertThat(message.id()).isEqualTo(ID);
        assertThat(message.status()).isEqualTo(MessageStatus.QUEUED);
    }

    @Test
    void whoHearsLaterHoldsNoThread() {
        messages.waiters.reader = new Having(ID);
        messages.waiters.open(1);

        var heard = messages.sendAndHear(command, LONG).toCompletableFuture();

        assertThat(heard).isNotDone();
        messages.waiters.moved(WaitingTold.moved(ID, MessageStatus.ACCEPTED));
        assertThat(heard.join().wamid()).isEqualTo("wamid." + ID);
    }

    @Test
    void whoFindsNoPlaceIsAnsweredAtOnce() {
        messages.waiters.open(1);
        assertThat(messages.waiters.register(OTHER, LONG)).isNotNull();

        assertThat(messages.sendAndHear(command, LONG).toCompletableFuture())
                .isCompletedWithValueMatching(message -> message.status() == MessageStatus.QUEUED);
    }

    @Test
    void whoIsRefusedGivesItsPlaceBack() {
        messages.waiters.open(1);
        messages.desk = new AcceptDesk() {
            @Override
            AcceptWriter.Accepted accept(Draft draft) {
                throw new RequestFailed(FailureCode.SERVICE_UNAVAILABLE, "the database is away");
            }
        };

        assertThatThrownBy(() -> messages.sendAndHear(command, LONG)).isInstanceOf(RequestFailed.class);

        assertThat(messages.waiters.register(ID, LONG)).isNotNull();
    }

    @Test
    void nobodySeesTheMessageOfAnotherWorkspace() {
        messages.waiters.reader = new Having(OTHER);
        messages.waiters.open(1);

        var heard = messages.sendAndHear(command, LONG).toCompletableFuture();
        messages.waiters.moved(WaitingTold.moved(ID, MessageStatus.ACCEPTED));

        assertThat(heard.join().workspaceId()).isEqualTo(ID);
        assertThat(heard.join().wamid()).isNull();
    }

    /** A database in which Meta has taken the message. */
    private static final class Having extends MessageReader {
        private final UUID workspace;

        Having(UUID workspace) {
            this.workspace = workspace;
        }

        @Override
        List<UUID> answered(Collection<UUID> ids) {
            return List.of();
        }

        @Override
        List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
            return ids.stream()
                    .map(id -> WaitingTold.message(id, workspace, MessageStatus.ACCEPTED))
                    .toList();
        }
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
        List<MessageView> ofAnyWorkspace(Collection<UUID> ids) {
            throw new IllegalStateException("away");
        }

        @Override
        List<UUID> answered(Collection<UUID> ids) {
            throw new IllegalStateException("away");
        }
    }
}
