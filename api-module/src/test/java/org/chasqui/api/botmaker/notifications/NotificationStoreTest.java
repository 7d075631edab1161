package org.chasqui.api.botmaker.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.campaigns.recipients.RecipientState;
import org.chasqui.campaigns.recipients.Tally;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotificationStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static ApiDatabase database;
    private static long made;

    private final NotificationStore store = new NotificationStore(database.sql());
    private final UUID workspace = new UUID(1, ++made);

    @BeforeAll
    static void openADatabase() {
        database = new ApiDatabase();
    }

    private Gathering gathering(String name) {
        var one = new Gathering(new UUID(5, ++made), workspace, name, null, NOW);
        store.add(one);
        return one;
    }

    private Notification notification(Gathering gathering, String name) {
        var one = new Notification(new UUID(6, ++made), workspace, gathering, name, NOW.plusSeconds(made));
        store.add(one);
        return one;
    }

    @Test
    void aNameIsGivenOnceInAnyCase() {
        var one = gathering("Spring");

        assertThat(store.add(new Gathering(new UUID(5, ++made), workspace, "SPRING", "sell", NOW)))
                .isFalse();
        assertThat(store.gathering(workspace, null, "spring")).contains(one);
        assertThat(store.gathering(workspace, one.id(), "anything")).contains(one);
        assertThat(store.gathering(new UUID(1, 0), one.id(), "spring")).isEmpty();
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        var gathering = gathering("Pages");
        var first = notification(gathering, "one");
        var second = notification(gathering, "two");
        var third = notification(gathering, "one");

        assertThat(store.notifications(workspace, 2, null)).containsExactly(third, second);
        assertThat(store.notifications(workspace, 2, second.campaignId())).containsExactly(first);
        assertThat(store.notification(workspace, null, "one")).contains(third);
        assertThat(store.notification(workspace, first.campaignId(), "")).contains(first);
        assertThat(store.gatherings(workspace, 10, null)).containsExactly(gathering);
    }

    @Test
    void whatAClientWantsBackIsKeptByPerson() {
        var gathering = gathering("Payloads");
        var older = notification(gathering, "older");
        var newer = notification(gathering, "newer");
        store.addPayloads(older, Map.of("14155550001", "a", "14155550002", "b"));
        store.addPayloads(newer, Map.of("14155550001", "c"));

        assertThat(store.payloads(workspace, "14155550001"))
                .containsExactly(
                        new NotificationStore.Payload(newer.campaignId(), "c"),
                        new NotificationStore.Payload(older.campaignId(), "a"));
        assertThat(store.payloads(workspace, "14155550003")).isEmpty();
        assertThat(store.removePayloadsBefore(newer.createdAt(), 10)).isEqualTo(2);
    }

    @Test
    void whoHasReadAMessageHasAlsoGotIt() {
        var document = JsonNodeFactory.instance.objectNode();
        NotificationEndpoints.count(
                document,
                new Tally(
                        Map.of(
                                RecipientState.READ, 3L,
                                RecipientState.DELIVERED, 2L,
                                RecipientState.SENT, 1L,
                                RecipientState.WAITING, 4L,
                                RecipientState.FAILED, 5L,
                                RecipientState.SKIPPED, 6L),
                        2));

        assertThat(document.toString())
                .isEqualTo(
                        "{\"total\":21,\"pending\":4,\"sent\":6,\"delivered\":5,\"read\":3,\"answered\":2,\"error\":11}");
    }
}
