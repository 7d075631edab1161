package org.chasqui.messaging.contacts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;

/** Contacts on a real database, put together by hand. */
final class People {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final MessagingDatabase database = new MessagingDatabase();
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final Ids ids = new Ids(clock);
    final Fired<ConsentsChanged> fired = new Fired<>();
    final UUID workspace = ids.next();
    final ContactFinder finder = new ContactFinder();
    final ContactStore store = new ContactStore();
    final ContactReader reader = new ContactReader();
    final ContactBook book = new ContactBook();
    final Consents consents = new Consents();
    final RemarkWriter remarks = new RemarkWriter();
    final Contacts contacts = new Contacts();
    final ContactImport imports = new ContactImport();

    People() {
        Sql jdbc = database.jdbc();
        finder.jdbc = jdbc;
        store.jdbc = jdbc;
        reader.jdbc = jdbc;
        book.finder = finder;
        book.store = store;
        book.ids = ids;
        book.clock = clock;
        consents.jdbc = jdbc;
        consents.reader = reader;
        consents.changed = fired;
        remarks.book = book;
        remarks.reader = reader;
        contacts.remarks = remarks;
        contacts.book = book;
        contacts.reader = reader;
        contacts.store = store;
        contacts.consents = consents;
        contacts.clock = clock;
        imports.contacts = contacts;
    }

    Met met(String phone, String userId) {
        return new Met(workspace, phone, userId, null, null, "Ana", null);
    }

    Person meet(Met met) {
        return book.meet(List.of(met)).get(met);
    }

    String count() {
        return database.text("select count(*) from msg_contact");
    }
}
