package org.chasqui.messaging.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore;
import org.chasqui.messaging.conversations.ConversationView;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.testing.Fired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID ID = UUID.fromString("0193d000-0000-7000-8000-000000000001");

    private final AcceptDesk desk = new AcceptDesk();

    @AfterEach
    void stop() {
        desk.stop();
    }

    @Test
    void whatIsCommittedIsAcceptedAlthoughNobodyCanBeRung() {
        desk.writer = new Committing();
        desk.queued = new Fired<>() {
            @Override
            public void fire(MessagesQueued event) {
                throw new IllegalStateException("nobody hears");
            }
        };
        desk.start(new DatabaseReady());

        assertThat(desk.accept(draft()).conversation().id()).isEqualTo(ID);
    }

    @Test
    void whatIsNotStoredIsRefusedWithAWordOfWhenToTryAgain() {
        desk.writer = new AcceptWriter() {
            @Override
            public List<Accepted> write(List<Draft> drafts) {
                throw new SqlFailed("writing messages", new SQLException("gone", "08006"));
            }
        };
        desk.start(new DatabaseReady());

        assertThatThrownBy(() -> desk.accept(draft())).isInstanceOfSatisfying(RequestFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE);
            assertThat(failed.retryAfter()).isNotNull();
            assertThat(failed).hasCauseInstanceOf(SqlFailed.class);
        });
    }

    private static Draft draft() {
        return new Draft(
                ID,
                new ConversationStore.Key(ID, ID, "5511955501234"),
                "106540352242922",
                "text",
                Json.mapper().createObjectNode(),
                null,
                null,
                "service",
                Lane.UTILITY,
                false,
                NOW,
                NOW.plusSeconds(60),
                null);
    }

    /** As if the database had committed. */
    private static final class Committing extends AcceptWriter {
        @Override
        public List<Accepted> write(List<Draft> drafts) {
            var conversation = new ConversationView(ID, ID, ID, "5511955501234", null, null, null, null, NOW);
            return List.of(new Accepted(conversation, false, false));
        }
    }
}
