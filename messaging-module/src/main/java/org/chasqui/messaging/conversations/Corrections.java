package org.chasqui.messaging.conversations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.conversations.ConversationStore.Key;
import org.chasqui.messaging.conversations.ConversationStore.Wanted;
import org.chasqui.messaging.sql.Columns;
import org.jspecify.annotations.Nullable;

/** Where Meta's word about a person differs from what a conversation has, the conversation follows. */
final class Corrections {
    private static final String CORRECT = """
            with corrected as (
                select c.id, c.workspace_id, c.peer as old_peer, coalesce(n.contact_id, c.contact_id) as contact_id,
                    case when exists (select 1 from msg_conversation o
                        where o.number_id = c.number_id and o.peer = n.peer) then c.peer else n.peer end as peer
                from unnest(?::uuid[], ?::text[], ?::uuid[]) as n(id, peer, contact_id)
                join msg_conversation c on c.id = n.id),
            former as (
                insert into msg_former_peer (workspace_id, peer, conversation_id)
                select workspace_id, old_peer, id from corrected where old_peer <> peer on conflict do nothing)
            update msg_conversation c set contact_id = k.contact_id, peer = k.peer
            from corrected k where c.id = k.id returning c.*
            """;

    private Corrections() {}

    private record Correction(
            UUID id, String peer, @Nullable UUID contactId) {
        static boolean isNeeded(Wanted wanted, ConversationView view) {
            var contact = wanted.contactId();
            return !view.peer().equals(wanted.peer()) || (contact != null && !contact.equals(view.contactId()));
        }
    }

    /** What was found, with the corrections that it needed. */
    static Map<Key, ConversationView> apply(
            Connection connection, Map<Key, Wanted> wanted, Map<Key, ConversationView> found) throws SQLException {
        var corrections = new HashMap<UUID, Correction>();
        found.forEach((asked, view) -> {
            var one = wanted.get(asked);
            if (one != null && Correction.isNeeded(one, view)) {
                corrections.put(view.id(), new Correction(view.id(), one.peer(), one.contactId()));
            }
        });
        if (corrections.isEmpty()) {
            return found;
        }
        var rows = corrections.values().stream()
                .sorted(Comparator.comparing(Correction::id))
                .toList();
        var after = write(connection, rows);
        var corrected = new HashMap<>(found);
        corrected.replaceAll((asked, view) -> after.getOrDefault(view.id(), view));
        return corrected;
    }

    private static Map<UUID, ConversationView> write(Connection connection, List<Correction> rows) throws SQLException {
        var after = new HashMap<UUID, ConversationView>();
        try (var statement = connection.prepareStatement(CORRECT)) {
            statement.setArray(1, Columns.of(connection, "uuid", rows, Correction::id));
            statement.setArray(2, Columns.of(connection, "text", rows, Correction::peer));
            statement.setArray(3, Columns.of(connection, "uuid", rows, Correction::contactId));
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    var view = ConversationReader.view(result);
                    after.put(view.id(), view);
                }
            }
        }
        return after;
    }
}
