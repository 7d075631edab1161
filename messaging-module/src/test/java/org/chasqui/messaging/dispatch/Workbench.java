package org.chasqui.messaging.dispatch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.ledger.Beside;
import org.chasqui.messaging.messages.ledger.Claim;
import org.chasqui.messaging.messages.ledger.Ledger;
import org.chasqui.messaging.messages.ledger.NewMessage;
import org.chasqui.messaging.messages.ledger.Queue;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;

/** A node with one number, as far as the database is concerned: queues messages and claims them. */
final class Workbench {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String PEER = "5511955501234";

    private static final long EPOCH = 1;

    final MessagingDatabase database = new MessagingDatabase();
    final Ledger ledger = database.ledger();
    final Queue queue = database.queue();
    final Fired<MessagesMoved> moved = new Fired<>();
    final NodeIdentity node = new NodeIdentity();
    final UUID number;

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));

    Workbench(Path folder) {
        node.dataDir = folder.toString();
        node.configuredName = Optional.of("here");
        node.ids = ids;
        node.settle();
        number = ids.next();
        database.execute("insert into msg_lease (number_id, node, epoch, until) values ('" + number
                + "', 'here', 1, now() + interval '1 hour')");
    }

    /** The time of day, so many seconds after {@link #NOW}. */
    static Clock at(long seconds) {
        return Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC);
    }

    UUID queued(Lane lane) {
        return queued(lane, PEER, NOW.plusSeconds(600));
    }

    UUID queued(Lane lane, String peer, Instant expiresAt) {
        var message = new NewMessage(
                ids.next(),
                number,
                number,
                "106540352242922",
                number,
                Direction.OUTBOUND,
                peer,
                "text",
                "{\"body\":\"hello\"}",
                null,
                null,
                "service",
                lane,
                null,
                NOW,
                expiresAt,
                Beside.NOTHING);
        ledger.insert(List.of(message));
        queue.enqueue(List.of(message));
        return message.id();
    }

    List<Claim> claim(Lane lane, int limit) {
        return queue.claim(number, lane, NOW, node.name(), EPOCH, limit);
    }

    /** What the queue says of a message: state, attempt, whether it is a resend; null when it is not there. */
    String entry(UUID message) {
        return database.text("select state || ' ' || attempt || case when resend then ' resend' else '' end"
                + " from msg_queue where message_id = '" + message + "'");
    }

    String status(UUID message) {
        return database.text("select status from msg_message where id = '" + message + "'");
    }
}
