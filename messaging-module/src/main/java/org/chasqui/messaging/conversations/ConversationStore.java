package org.chasqui.messaging.conversations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.NumberVariants;
import org.jspecify.annotations.Nullable;

/** Conversations in the database, many at a time. Callers bring the transaction. */
@ApplicationScoped
public class ConversationStore {
    private static final Comparator<Key> KEY_ORDER =
            Comparator.comparing(Key::numberId).thenComparing(Key::peer);

    @Inject
    Sql sql;

    @Inject
    Ids ids;

    @Inject
    Windows windows;

    /** Number and person: what a conversation is between. */
    public record Key(UUID workspaceId, UUID numberId, String peer) {}

    /**
     * A conversation that is looked for.
     *
     * @param asked the person as the caller has him
     * @param peer what messages to him go to; a conversation that has to be begun is begun with this
     * @param aliases everything else under which the conversation may be found
     * @param contactId who he is; null when we do not know him
     * @param quietly whether a campaign wants it: a conversation that only campaigns speak in is not shown in the inbox
     */
    public record Wanted(
            Key asked,
            String peer,
            Set<String> aliases,
            @Nullable UUID contactId,
            boolean quietly) {
        /** One that is to be shown. */
        public Wanted(Key asked, String peer, Set<String> aliases, @Nullable UUID contactId) {
            this(asked, peer, aliases, contactId, false);
        }

        Key key() {
            return new Key(asked.workspaceId(), asked.numberId(), peer);
        }
    }

    /** The conversations that are wanted, by what was asked for; those that do not exist are begun. */
    public Map<Key, ConversationView> ofAll(Collection<Wanted> all, Instant now) {
        var wanted = byWhatIsAsked(all);
        return sql.run("reading conversations", connection -> foundOrBegun(connection, wanted, now));
    }

    /**
     * The same where what is told about people is Meta's word: a conversation that runs under another way of writing a
     * person's number is renamed, and belongs to the contact from now on.
     */
    public Map<Key, ConversationView> ofAllAsMetaSays(Collection<Wanted> all, Instant now) {
        var wanted = byWhatIsAsked(all);
        return sql.run(
                "reading conversations",
                connection -> Corrections.apply(connection, wanted, foundOrBegun(connection, wanted, now)));
    }

    private static Map<Key, Wanted> byWhatIsAsked(Collection<Wanted> all) {
        var wanted = new HashMap<Key, Wanted>();
        all.forEach(one -> wanted.merge(one.asked(), one, (known, other) -> known.quietly() ? other : known));
        return wanted;
    }

    private Map<Key, ConversationView> foundOrBegun(Connection connection, Map<Key, Wanted> wanted, Instant now)
            throws SQLException {
        var quiet = new HashSet<UUID>();
        var found = Matching.match(wanted.values(), read(connection, wanted.values(), quiet));
        var missing = missing(wanted, found);
        if (!missing.isEmpty() && lockLines(connection, missing)) {
            found.putAll(Matching.match(missing, read(connection, missing, quiet)));
            missing = missing(wanted, found);
        }
        if (!missing.isEmpty()) {
            create(connection, missing, now);
            found.putAll(Matching.match(missing, read(connection, missing, quiet)));
        }
        show(connection, spokenIn(wanted, found, quiet));
        return found;
    }

    /** Notes what people wrote: names, and windows that open or last longer. Late news never shorten a window. */
    public void noteWritten(List<Written> written) {
        var latest = new HashMap<UUID, Written>();
        written.forEach(one -> latest.merge(one.conversationId(), one, Written::and));
        var rows = latest.values().stream()
                .sorted(Comparator.comparing(Written::conversationId))
                .toList();
        var note = """
                with news as (
                    select c.id, n.name, n.at, n.window_end
                    from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                        as n(id, name, at, window_end)
                    join msg_conversation c on c.id = n.id
                    order by c.id for update of c)
                update msg_conversation c set name = coalesce(news.name, c.name),
                    last_inbound_at = greatest(c.last_inbound_at, news.at),
                    window_expires_at = greatest(c.window_expires_at, news.window_end)
                from news where c.id = news.id
                """;
        sql.execute("noting what people wrote", connection -> {
            try (var statement = connection.prepareStatement(note)) {
                statement.setArray(1, Columns.of(connection, "uuid", rows, Written::conversationId));
                statement.setArray(2, Columns.of(connection, "text", rows, Written::name));
                statement.setArray(3, Columns.of(connection, "timestamptz", rows, Written::at));
                statement.setArray(4, Columns.of(connection, "timestamptz", rows, Written::windowEnd));
                statement.executeUpdate();
            }
        });
        windows.written(rows.stream()
                .filter(row -> row.windowEnd() != null)
                .map(Written::conversationId)
                .toList());
    }

    /**
     * A person has another number, or Meta writes it otherwise: his conversations go on under it, but for those numbers
     * with which he has begun a new one already. Of two with the same number, the livelier one goes on.
     *
     * @param renamed old peers and new ones
     */
    public void rename(UUID workspaceId, Map<String, String> renamed) {
        var rename = """
                with renamed as (
                    select distinct on (o.number_id, n.new_peer) o.id, o.peer, n.new_peer
                    from unnest(?::text[], ?::text[]) as n(old_peer, new_peer)
                    join msg_conversation o on o.workspace_id = ? and o.peer = n.old_peer
                    where not exists (select 1 from msg_conversation t
                        where t.number_id = o.number_id and t.peer = n.new_peer)
                    order by o.number_id, n.new_peer, coalesce(o.last_inbound_at, o.created_at) desc, o.id),
                former as (
                    insert into msg_former_peer (workspace_id, peer, conversation_id)
                    select ?, r.peer, r.id from renamed r on conflict do nothing)
                update msg_conversation c set peer = r.new_peer from renamed r where c.id = r.id
                """;
        var old = List.copyOf(renamed.keySet());
        sql.execute("renaming conversations", connection -> {
            try (var statement = connection.prepareStatement(rename)) {
                statement.setArray(1, Columns.of(connection, "text", old, peer -> peer));
                statement.setArray(2, Columns.of(connection, "text", old, renamed::get));
                statement.setObject(3, workspaceId);
                statement.setObject(4, workspaceId);
                statement.executeUpdate();
            }
        });
    }

    /** Those in which only campaigns have spoken, and somebody else does now. */
    private static List<UUID> spokenIn(Map<Key, Wanted> wanted, Map<Key, ConversationView> found, Set<UUID> quiet) {
        var spoken = new ArrayList<UUID>();
        found.forEach((asked, view) -> {
            var one = wanted.get(asked);
            if (one != null && !one.quietly() && quiet.contains(view.id())) {
                spoken.add(view.id());
            }
        });
        return spoken;
    }

    private static void show(Connection connection, List<UUID> spoken) throws SQLException {
        if (spoken.isEmpty()) {
            return;
        }
        var show = "update msg_conversation set quiet = false where id in (select id from msg_conversation"
                + " where id = any(?) and quiet order by id for no key update)";
        try (var statement = connection.prepareStatement(show)) {
            statement.setArray(1, Columns.uuids(connection, spoken));
            statement.executeUpdate();
        }
    }

    private static Map<Key, ConversationView> read(Connection connection, Collection<Wanted> wanted, Set<UUID> quiet)
            throws SQLException {
        var found = new HashMap<Key, ConversationView>();
        var rows = List.copyOf(Matching.keysOf(wanted));
        var read = """
                select c.* from unnest(?::uuid[], ?::text[]) as n(number_id, peer)
                join msg_conversation c on c.number_id = n.number_id and c.peer = n.peer
                """;
        try (var statement = connection.prepareStatement(read)) {
            statement.setArray(1, Columns.of(connection, "uuid", rows, Key::numberId));
            statement.setArray(2, Columns.of(connection, "text", rows, Key::peer));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var view = ConversationReader.view(result);
                    if (result.getBoolean("quiet")) {
                        quiet.add(view.id());
                    }
                    found.put(new Key(view.workspaceId(), view.numberId(), view.peer()), view);
                }
            }
        }
        return found;
    }

    private static List<Wanted> missing(Map<Key, Wanted> wanted, Map<Key, ConversationView> found) {
        return wanted.values().stream()
                .filter(one -> !found.containsKey(one.asked()))
                .toList();
    }

    /**
     * Has everybody else wait who is about to begin a conversation with the same line under the other way to write it: no
     * unique key can see that both are one.
     *
     * @return whether there was anything to wait for; what was missing may be there since
     */
    private static boolean lockLines(Connection connection, List<Wanted> missing) throws SQLException {
        var lines = missing.stream()
                .filter(one -> NumberVariants.otherOf(one.peer()).isPresent())
                .map(one -> one.asked().numberId() + " " + Collections.min(NumberVariants.allOf(one.peer())))
                .distinct()
                .sorted()
                .toList();
        var lock = "select pg_advisory_xact_lock(hashtextextended(l.line, 4712)) from unnest(?::text[]) as l(line)";
        try (var statement = connection.prepareStatement(lock)) {
            statement.setArray(1, Columns.texts(connection, lines));
            return !lines.isEmpty() && statement.execute();
        }
    }

    private void create(Connection connection, List<Wanted> missing, Instant now) throws SQLException {
        var rows = Matching.onePerLine(missing).stream()
                .sorted(Comparator.comparing(Wanted::key, KEY_ORDER))
                .toList();
        var create = """
                insert into msg_conversation (id, workspace_id, number_id, peer, contact_id, quiet, created_at)
                select n.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::boolean[]) as n
                on conflict (number_id, peer) do nothing
                """;
        try (var statement = connection.prepareStatement(create)) {
            Columns.set(statement, 1, now);
            statement.setArray(2, Columns.of(connection, "uuid", rows, row -> ids.next()));
            statement.setArray(
                    3, Columns.of(connection, "uuid", rows, row -> row.asked().workspaceId()));
            statement.setArray(
                    4, Columns.of(connection, "uuid", rows, row -> row.asked().numberId()));
            statement.setArray(5, Columns.of(connection, "text", rows, Wanted::peer));
            statement.setArray(6, Columns.of(connection, "uuid", rows, Wanted::contactId));
            statement.setArray(7, Columns.of(connection, "boolean", rows, Wanted::quietly));
            statement.executeUpdate();
        }
    }
}
