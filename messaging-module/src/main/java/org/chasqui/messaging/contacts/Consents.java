package org.chasqui.messaging.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.sql.Columns;
import org.chasqui.messaging.sql.Sql;

/** What people said about being written to. The latest word on a category counts, whenever it reaches us. */
@ApplicationScoped
public class Consents {
    /** Who never opted out need not be told to have opted in: only a word that changes something is news. */
    private static final String RECORD = """
            with told as (
                select distinct on (n.contact_id, n.category) n.* from unnest(?::uuid[], ?::text[], ?::boolean[],
                    ?::text[], ?::text[], ?::timestamptz[])
                    as n(contact_id, category, opted_out, source, detail, at)
                order by n.contact_id, n.category, n.at desc),
            before as (
                select k.contact_id, k.category, k.opted_out from msg_consent k join told using (contact_id, category)),
            written as (
                insert into msg_consent as c (contact_id, category, opted_out, source, detail, at)
                select t.* from told t join msg_contact p on p.id = t.contact_id
                on conflict (contact_id, category) do update set opted_out = excluded.opted_out,
                    source = excluded.source, detail = excluded.detail, at = excluded.at
                where date_trunc('second', excluded.at) >= date_trunc('second', c.at)
                returning c.contact_id, c.category, c.opted_out)
            select w.contact_id, w.category from written w left join before b using (contact_id, category)
            where coalesce(b.opted_out, false) <> w.opted_out
            """;

    @Inject
    Sql jdbc;

    @Inject
    ContactReader reader;

    @Inject
    Event<ConsentsChanged> changed;

    /**
     * Records what people said, in the caller's transaction, and fires {@link ConsentsChanged} for what is new. The latest
     * word counts; Meta tells times by the second, and within one the word counts that comes last.
     *
     * @param said in the order in which it came
     */
    public void record(List<Consent> said) {
        if (said.isEmpty()) {
            return;
        }
        record Key(UUID contactId, String category) {}
        var latest = new LinkedHashMap<Key, Consent>();
        for (var one : said) {
            latest.merge(
                    new Key(one.contactId(), one.category()),
                    one,
                    (a, b) -> second(b).isBefore(second(a)) ? a : b);
        }
        var rows = List.copyOf(latest.values());
        var news = jdbc.run("recording consents", connection -> {
            var keys = new HashSet<Key>();
            try (var statement = connection.prepareStatement(RECORD)) {
                statement.setArray(1, Columns.of(connection, "uuid", rows, Consent::contactId));
                statement.setArray(2, Columns.of(connection, "text", rows, Consent::category));
                statement.setArray(3, Columns.of(connection, "boolean", rows, Consent::optedOut));
                statement.setArray(4, Columns.of(connection, "text", rows, Consent::source));
                statement.setArray(5, Columns.of(connection, "text", rows, Consent::detail));
                statement.setArray(6, Columns.of(connection, "timestamptz", rows, Consent::at));
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        keys.add(new Key(result.getObject(1, UUID.class), result.getString(2)));
                    }
                }
            }
            return keys;
        });
        announce(rows.stream()
                .filter(row -> news.contains(new Key(row.contactId(), row.category())))
                .toList());
    }

    private static Instant second(Consent consent) {
        return consent.at().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A person wants to be written to again: whatever he opted out of by his own word ends. */
    public void resume(Collection<UUID> contactIds, String source, String detail, Instant at) {
        var ended = new ArrayList<Consent>();
        for (var id : Set.copyOf(contactIds)) {
            ended.add(new Consent(id, Consent.MARKETING, false, source, detail, at));
            ended.add(new Consent(id, Consent.ALL, false, source, detail, at));
        }
        record(ended);
    }

    private void announce(List<Consent> news) {
        if (news.isEmpty()) {
            return;
        }
        var contacts = reader.byIds(news.stream().map(Consent::contactId).toList());
        var changes = new ArrayList<ConsentsChanged.Change>();
        for (var one : news) {
            var contact = contacts.get(one.contactId());
            if (contact != null) {
                changes.add(new ConsentsChanged.Change(contact.workspaceId(), contact, one));
            }
        }
        if (!changes.isEmpty()) {
            changed.fire(new ConsentsChanged(changes));
        }
    }
}
