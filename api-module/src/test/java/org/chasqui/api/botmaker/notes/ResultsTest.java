package org.chasqui.api.botmaker.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.migrations.DatabaseReady;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SenderNumber SENDER = new SenderNumber(
            new UUID(2, 2),
            new UUID(1, 1),
            new UUID(3, 3),
            "102290129340398",
            "106540352242922",
            "+55 11 95550-0167",
            null,
            "GREEN",
            null,
            "STANDARD",
            80,
            "CONNECTED");

    private final List<NewEvent> written = Collections.synchronizedList(new ArrayList<>());
    private final Results results = new Results();
    private volatile boolean isAway;

    @BeforeEach
    void begin() {
        results.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        results.desk = new ResultDesk();
        results.desk.writer = new ResultWriter() {
            @Override
            public List<NewEvent> write(List<NewEvent> all) {
                if (isAway) {
                    throw new SqlFailed("recording events", new SQLException("gone", "08006"));
                }
                written.addAll(all);
                return all;
            }
        };
    }

    @AfterEach
    void stop() {
        results.desk.stop();
    }

    private void tell(String requestId) {
        var none = JsonNodeFactory.instance.arrayNode();
        results.tell(new Result(requestId, "/chats-actions/trigger-intent", SENDER, "14155550123", null, none, null));
    }

    @Test
    void whoseCallIsAnsweredIsToldOfInTheOrderOfTheCalls() {
        results.desk.start(new DatabaseReady());
        tell("A");
        tell("B");

        assertThat(written)
                .extracting(one -> one.data().path("webhook_notification_id").asText())
                .containsExactly("A", "B");
        assertThat(written).allSatisfy(one -> {
            assertThat(one.workspaceId()).isEqualTo(SENDER.workspaceId());
            assertThat(one.type()).isEqualTo(Result.EVENT);
            assertThat(one.createdAt()).isEqualTo(NOW);
        });
    }

    @Test
    void whatCannotBeToldIsToTryAgain() {
        assertThatThrownBy(() -> tell("A")).as("before the start").isInstanceOf(RequestFailed.class);
        results.desk.start(new DatabaseReady());
        isAway = true;

        assertThatThrownBy(() -> tell("B"))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(FailureCode.SERVICE_UNAVAILABLE));
        assertThat(written).isEmpty();
    }
}
