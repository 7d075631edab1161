package org.chasqui.messaging.messages.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Pricing;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Writes message rows, many at a time. Rows are always locked in the order of their ids, so that two writers cannot
 * wait for each other. Callers bring the transaction.
 */
@ApplicationScoped
public class Ledger {
    private static final String INSERT = """
            insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id, direction, peer,
                type, content, reply_to, template, category, lane, status, wamid, created_at, expires_at, sent_at,
                context, extra, origin, target, campaign_id)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::smallint[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::smallint[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::uuid[])
            on conflict do nothing
            returning id
            """;
    private static final String LOCK = """
            select id, workspace_id, number_id, conversation_id, category, template, campaign_id, peer, created_at,
                attempts, wa_id, status, sending_at, accepted_at, sent_at, delivered_at, read_at, played_at, failed_at, uncertain_at,
                ended_at, wamid, other_wamids, error_code, error_title, error_details,
                price_model, price_type, price_category, billable, price_status
            from msg_message where id = any(?) and direction = 0 order by id for no key update
            """;
    private static final String SAVE = """
            update msg_message m set status = n.status, attempts = n.attempts, wa_id = n.wa_id,
                sending_at = n.sending_at, accepted_at = n.accepted_at, sent_at = n.sent_at,
                delivered_at = n.delivered_at, read_at = n.read_at, played_at = n.played_at, failed_at = n.failed_at,
                uncertain_at = n.uncertain_at, ended_at = n.ended_at, wamid = n.wamid,
                other_wamids = n.other_wamids, error_code = n.error_code, error_title = n.error_title,
                error_details = n.error_details, price_model = n.price_model, price_type = n.price_type,
                price_category = n.price_category, billable = n.billable, price_status = n.price_status
            from unnest(?::uuid[], ?::smallint[], ?::smallint[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::boolean[], ?::smallint[])
                as n(id, status, attempts, wa_id, sending_at, accepted_at, sent_at, delivered_at, read_at, played_at,
                    failed_at, uncertain_at, ended_at, wamid, other_wamids, error_code, error_title, error_details,
                    price_model, price_type, price_category, billable, price_status)
            where m.id = n.id
            """;

    private static final Pricing NO_PRICING = new Pricing(null, null, null, null);

    @Inject
    Sql jdbc;

    /** For the container. */
    public Ledger() {}

    /** The ledger in a database of a test; each piece of work commits by itself. */
    public Ledger(Sql jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes new messages; one whose id or wamid is there already is left alone.
     *
     * @return ids of those that were written now
     */
    public Set<UUID> insert(List<NewMessage> messages) {
        return jdbc.run("writing new messages", connection -> {
            var written = new TreeSet<UUID>();
            try (var statement = connection.prepareStatement(INSERT)) {
                new Binder(connection, statement)
                        .add("uuid", messages, NewMessage::id)
                        .add("uuid", messages, NewMessage::workspaceId)
                        .add("uuid", messages, NewMessage::numberId)
                        .add("text", messages, NewMessage::phoneNumberId)
                        .add("uuid", messages, NewMessage::conversationId)
                        .add("smallint", messages, m -> m.direction().code())
                        .add("text", messages, NewMessage::peer)
                        .add("text", messages, NewMessage::type)
                        .add("text", messages, NewMessage::content)
                        .add("text", messages, NewMessage::replyTo)
                        .add("text", messages, NewMessage::template)
                        .add("text", messages, NewMessage::category)
                        .add("smallint", messages, m -> m.lane().code())
                        .add("smallint", messages, Ledger::firstStatus)
                        .add("text", messages, NewMessage::wamid)
                        .add("timestamptz", messages, NewMessage::createdAt)
                        .add("timestamptz", messages, NewMessage::expiresAt)
                        .add("timestamptz", messages, m -> m.isSentElsewhere() ? m.createdAt() : null)
                        .add("text", messages, m -> m.beside().context())
                        .add("text", messages, m -> m.beside().extra())
                        .add("text", messages, m -> m.beside().origin())
                        .add("text", messages, m -> m.beside().target())
                        .add("uuid", messages, NewMessage::campaignId);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        written.add(Columns.uuid(rows, 1));
                    }
                }
            }
            return written;
        });
    }

    private static int firstStatus(NewMessage message) {
        if (message.isSentElsewhere()) {
            return MessageStatus.SENT.code();
        }
        return (message.direction() == Direction.INBOUND ? MessageStatus.RECEIVED : MessageStatus.QUEUED).code();
    }

    /** Locks outbound messages and reads their state; ids that do not exist are missing in the answer. */
    public Map<UUID, MessageRow> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.run("locking messages", connection -> {
            var locked = new LinkedHashMap<UUID, MessageRow>();
            try (var statement = connection.prepareStatement(LOCK)) {
                statement.setArray(1, Columns.uuids(connection, new TreeSet<>(ids)));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var row = read(rows);
                        locked.put(row.id(), row);
                    }
                }
            }
            return locked;
        });
    }

    /** Our ids of outbound messages by Meta's. */
    public Map<String, UUID> idsOf(Collection<String> wamids) {
        if (wamids.isEmpty()) {
            return Map.of();
        }
        return jdbc.run("finding messages by wamid", connection -> {
            var ids = new HashMap<String, UUID>();
            try (var statement =
                    connection.prepareStatement("select wamid, id from msg_message where wamid = any(?)")) {
                statement.setArray(1, Columns.texts(connection, wamids));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.put(rows.getString(1), Columns.uuid(rows, 2));
                    }
                }
            }
            return ids;
        });
    }

    /** Writes what was learnt about locked messages; those of which nothing was learnt are left alone. */
    public void save(Collection<MessageRow> rows) {
        var changed = rows.stream().filter(MessageRow::isChanged).toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.execute("saving messages", connection -> {
            try (var statement = connection.prepareStatement(SAVE)) {
                new Binder(connection, statement)
                        .add("uuid", changed, MessageRow::id)
                        .add("smallint", changed, r -> r.state().status().code())
                        .add("smallint", changed, MessageRow::attempts)
                        .add("text", changed, MessageRow::waId)
                        .add("timestamptz", changed, r -> r.state().sendingAt())
                        .add("timestamptz", changed, r -> r.state().acceptedAt())
                        .add("timestamptz", changed, r -> r.state().sentAt())
                        .add("timestamptz", changed, r -> r.state().deliveredAt())
                        .add("timestamptz", changed, r -> r.state().readAt())
                        .add("timestamptz", changed, r -> r.state().playedAt())
                        .add("timestamptz", changed, r -> r.state().failedAt())
                        .add("timestamptz", changed, r -> r.state().uncertainAt())
                        .add("timestamptz", changed, r -> r.state().endedAt())
                        .add("text", changed, r -> r.state().wamid())
                        .add("text", changed, r -> joined(r.state().otherWamids()))
                        .add("integer", changed, r -> problem(r, Fact.Problem::code))
                        .add("text", changed, r -> problem(r, Fact.Problem::title))
                        .add("text", changed, r -> problem(r, Fact.Problem::details))
                        .add("text", changed, r -> pricing(r, Pricing::model))
                        .add("text", changed, r -> pricing(r, Pricing::type))
                        .add("text", changed, r -> pricing(r, Pricing::category))
                        .add("boolean", changed, r -> pricing(r, Pricing::billable))
                        .add("smallint", changed, Ledger::pricedBy);
                statement.executeUpdate();
            }
        });
    }

    private static <T> @Nullable T problem(MessageRow row, Function<Fact.Problem, @Nullable T> part) {
        var problem = row.state().problem();
        return problem == null ? null : part.apply(problem);
    }

    private static <T> @Nullable T pricing(MessageRow row, Function<Pricing, @Nullable T> part) {
        var pricing = row.state().pricing();
        return pricing == null ? null : part.apply(pricing);
    }

    private static @Nullable Integer pricedBy(MessageRow row) {
        var by = row.state().pricedBy();
        return by == null ? null : by.code();
    }

    private static @Nullable String joined(Set<String> wamids) {
        return wamids.isEmpty() ? null : String.join(",", wamids);
    }

    private static MessageRow read(ResultSet row) throws SQLException {
        return new MessageRow(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "workspace_id"),
                Columns.uuid(row, "number_id"),
                Columns.uuid(row, "conversation_id"),
                row.getString("category"),
                row.getString("template"),
                Columns.uuid(row, "campaign_id"),
                row.getString("peer"),
                Columns.requiredInstant(row, "created_at"),
                row.getInt("attempts"),
                row.getString("wa_id"),
                readState(row));
    }

    /** The state in the current row, which must hold all columns of {@code msg_message}. */
    public static MessageState readState(ResultSet row) throws SQLException {
        var status = MessageStatus.ofCode(row.getInt("status"));
        boolean ended = status == MessageStatus.EXPIRED || status == MessageStatus.CANCELLED;
        var code = Columns.integer(row, "error_code");
        var pricedBy = Columns.integer(row, "price_status");
        var others = row.getString("other_wamids");
        return new MessageState(
                Columns.instant(row, "sending_at"),
                Columns.instant(row, "accepted_at"),
                Columns.instant(row, "sent_at"),
                Columns.instant(row, "delivered_at"),
                Columns.instant(row, "read_at"),
                Columns.instant(row, "played_at"),
                Columns.instant(row, "failed_at"),
                Columns.instant(row, "uncertain_at"),
                Columns.instant(row, "ended_at"),
                ended ? status : null,
                row.getString("wamid"),
                others == null ? Set.of() : new TreeSet<>(Arrays.asList(others.split(","))),
                code == null
                        ? null
                        : new Fact.Problem(code, row.getString("error_title"), row.getString("error_details")),
                readPricing(row),
                pricedBy == null ? null : MessageStatus.ofCode(pricedBy));
    }

    /** Meta may tell any part of a price without the others. */
    private static @Nullable Pricing readPricing(ResultSet row) throws SQLException {
        var pricing = new Pricing(
                row.getString("price_model"), row.getString("price_type"), row.getString("price_category"), (Boolean)
                        row.getObject("billable"));
        return pricing.equals(NO_PRICING) ? null : pricing;
    }

    /** Binds columns as arrays, one after the other. */
    static final class Binder {
        private final Connection connection;
        private final PreparedStatement statement;
        private int index;

        Binder(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <R> Binder add(String type, List<R> rows, Function<R, ? extends @Nullable Object> column) throws SQLException {
            statement.setArray(++index, Columns.of(connection, type, rows, column));
            return this;
        }
    }
}
