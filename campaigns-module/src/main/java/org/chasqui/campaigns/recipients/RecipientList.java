package org.chasqui.campaigns.recipients;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** Puts people on the lists of campaigns, many at a time. Callers bring the transaction. */
@ApplicationScoped
public class RecipientList {
    private static final String PLACES =
            "update cmp_campaign set next_position = next_position + ? where id = ? returning next_position - ?";

    private static final String INSERT = """
            insert into cmp_recipient (campaign_id, position, identity, written, peer, name, variables, line, state,
                reason, detail, changed_at)
            select ?, n.*, ?::timestamptz from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                ?::smallint[], ?::text[], ?::text[]) as n
            on conflict do nothing returning position
            """;

    @Inject
    Sql jdbc;

    @Inject
    Tallies tallies;

    /** For the container. */
    public RecipientList() {}

    /** The lists in a database of a test. */
    public RecipientList(Sql jdbc) {
        this.jdbc = jdbc;
        this.tallies = new Tallies(jdbc);
    }

    /**
     * What became of a batch of new recipients.
     *
     * @param added how many can be written to
     * @param skipped how many cannot, duplicates included
     * @param first the place of the first of them
     */
    public record Added(long added, long skipped, long first) {}

    /** Puts people on the list; who is there already, or cannot be written to, is kept as skipped, with the reason. */
    public Added add(UUID campaignId, List<NewRecipient> batch, Instant now) {
        long first = places(campaignId, batch.size());
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < batch.size(); i++) {
            placed.add(new Placed(first + i, batch.get(i), false));
        }
        var written = insert(campaignId, placed, now);
        var doubles = placed.stream()
                .filter(one -> !written.contains(one.position))
                .map(one -> new Placed(one.position, one.recipient, true))
                .toList();
        insert(campaignId, doubles, now);
        long unusable = batch.stream().filter(one -> one.peer() == null).count();
        long added = batch.size() - unusable - doubles.size();
        var skipped = new EnumMap<SkipReason, Long>(SkipReason.class);
        skipped.put(SkipReason.NO_IDENTITY, unusable);
        skipped.put(SkipReason.DUPLICATE, (long) doubles.size());
        tallies.added(campaignId, added, skipped);
        return new Added(added, batch.size() - added, first);
    }

    private record Placed(long position, NewRecipient recipient, boolean isDouble) {
        private @Nullable String identity() {
            return isDouble ? null : recipient.identity();
        }

        private @Nullable SkipReason skip() {
            if (isDouble) {
                return SkipReason.DUPLICATE;
            }
            return recipient.peer() == null ? SkipReason.NO_IDENTITY : null;
        }

        private @Nullable String reason() {
            var skip = skip();
            return skip == null ? null : skip.wireName();
        }

        private @Nullable String detail() {
            var skip = skip();
            return skip == null ? null : skip.meaning();
        }

        private int state() {
            return (skip() == null ? RecipientState.WAITING : RecipientState.SKIPPED).code();
        }
    }

    private long places(UUID campaignId, int count) {
        return jdbc.run("taking places on the list", connection -> {
            try (var statement = connection.prepareStatement(PLACES)) {
                statement.setInt(1, count);
                statement.setObject(2, campaignId);
                statement.setInt(3, count);
                try (var rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalArgumentException("there is no campaign " + campaignId);
                    }
                    return rows.getLong(1);
                }
            }
        });
    }

    private Set<Long> insert(UUID campaignId, List<Placed> placed, Instant now) {
        if (placed.isEmpty()) {
            return Set.of();
        }
        return jdbc.run("adding recipients", connection -> {
            var written = new HashSet<Long>();
            try (var statement = connection.prepareStatement(INSERT)) {
                statement.setObject(1, campaignId);
                Columns.set(statement, 2, now);
                statement.setArray(3, Columns.of(connection, "bigint", placed, Placed::position));
                statement.setArray(4, Columns.of(connection, "text", placed, Placed::identity));
                statement.setArray(5, Columns.of(connection, "text", placed, p -> clean(p.recipient.written())));
                statement.setArray(6, Columns.of(connection, "text", placed, p -> p.recipient.peer()));
                statement.setArray(7, Columns.of(connection, "text", placed, p -> clean(p.recipient.name())));
                statement.setArray(8, Columns.of(connection, "text", placed, p -> json(p.recipient.variables())));
                statement.setArray(9, Columns.of(connection, "bigint", placed, p -> p.recipient.line()));
                statement.setArray(10, Columns.of(connection, "smallint", placed, Placed::state));
                statement.setArray(11, Columns.of(connection, "text", placed, Placed::reason));
                statement.setArray(12, Columns.of(connection, "text", placed, Placed::detail));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        written.add(rows.getLong(1));
                    }
                }
            }
            return written;
        });
    }

    /** PostgreSQL's text holds no NUL. */
    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private static String json(Map<String, String> variables) {
        try {
            return Json.mapper().writeValueAsString(variables).replace("\\u0000", "");
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("variables that are no JSON", impossible);
        }
    }
}
