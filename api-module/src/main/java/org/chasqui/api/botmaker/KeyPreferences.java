package org.chasqui.api.botmaker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.failure.RequestFailed;

/**
 * What a key of this dialect has set for itself: whether {@code send-messages} answers 200, as seed 002 says, or 202, as
 * Botmaker's published description says.
 */
@ApplicationScoped
public class KeyPreferences {
    /** What seed 002 says. */
    public static final int USUAL_STATUS = 200;

    /** What Botmaker's own description says. */
    private static final int DESCRIBED_STATUS = 202;

    private static final String SET = """
            insert into api_botmaker_key (key_id, accepted_status) values (?, ?)
            on conflict (key_id) do update set accepted_status = excluded.accepted_status
            """;

    /** Each call asks; how long a node may believe what another node has changed. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    @Inject
    Sql jdbc;

    @Inject
    Event<Chosen> chosen;

    private final Cache<UUID, Integer> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

    /** Fired in the transaction in which a key gets another preference. */
    record Chosen(UUID keyId) {}

    /** The HTTP status of a message that was taken. */
    public int acceptedStatus(UUID keyId) {
        return known.get(keyId, this::read);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Chosen event) {
        known.invalidate(event.keyId());
    }

    private int read(UUID keyId) {
        return jdbc.run("reading what a key prefers", connection -> {
            try (var statement =
                    connection.prepareStatement("select accepted_status from api_botmaker_key where key_id = ?")) {
                Columns.bind(statement, keyId);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? rows.getInt(1) : USUAL_STATUS;
                }
            }
        });
    }

    /**
     * Reads one of the two.
     *
     * @throws RequestFailed VALIDATION_FAILED
     */
    public static int parse(String status) {
        return switch (status) {
            case "200" -> USUAL_STATUS;
            case "202" -> DESCRIBED_STATUS;
            default -> throw RequestFailed.invalid("acceptedStatus", "must be 200 or 202.");
        };
    }

    /** Sets it: 200 or 202. */
    @Transactional
    public void setAcceptedStatus(UUID keyId, int status) {
        jdbc.execute("writing what a key prefers", connection -> {
            try (var statement = connection.prepareStatement(SET)) {
                Columns.bind(statement, keyId, status);
                statement.executeUpdate();
            }
        });
        chosen.fire(new Chosen(keyId));
    }
}
