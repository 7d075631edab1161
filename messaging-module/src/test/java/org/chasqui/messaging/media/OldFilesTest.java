package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;

class OldFilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(90));
    private static final Instant OLD = BEFORE.minus(Duration.ofDays(1));
    private static final UUID WORKSPACE = new UUID(1, 1);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Set<String> removed = new HashSet<>();
    private final OldFiles old = old();

    private OldFiles old() {
        var rows = new MediaRows();
        rows.jdbc = database.jdbc();
        var writer = new MediaWriter();
        writer.rows = rows;
        writer.store = new MediaStore() {
            @Override
            public void put(StagedFile file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public InputStream open(String sha256) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(String sha256) {
                removed.add(sha256);
            }
        };
        var files = new OldFiles();
        files.jdbc = database.jdbc();
        files.writer = writer;
        return files;
    }

    @Test
    void theBytesOfAnOldFileGoAndWhatIsKnownOfItStays() {
        var file = file("aa", OLD);
        var young = file("bb", NOW);

        assertThat(old.removeNext(BEFORE, "").removed()).isEqualTo(1);

        assertThat(removed).containsExactly("aa");
        assertThat(state(file)).isEqualTo("3");
        assertThat(state(young)).isEqualTo("0");
        assertThat(old.removeNext(BEFORE, "").removed()).as("once").isZero();
    }

    @Test
    void bytesThatAYoungerFileHasTooStay() {
        var file = file("aa", OLD);
        file("aa", NOW);

        assertThat(old.removeNext(BEFORE, "").removed()).isEqualTo(1);

        assertThat(state(file)).isEqualTo("3");
        assertThat(removed).isEmpty();
    }

    @Test
    void anUploadThatWasSentLatelyStays() {
        var used = file("aa", OLD);
        remote(used, BEFORE.plusSeconds(1));
        var forgotten = file("bb", OLD);
        remote(forgotten, BEFORE);

        old.removeNext(BEFORE, "");

        assertThat(state(used)).isEqualTo("0");
        assertThat(removed).containsExactly("bb");
        assertThat(database.text("select count(*) from msg_media_remote")).isEqualTo("1");
    }

    @Test
    void whatAMessageCarriesThatWaitsStays() {
        var file = file("aa", OLD);
        var message = new Ids(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        database.execute("insert into msg_message (id, workspace_id, number_id, phone_number_id, conversation_id,"
                + " direction, peer, type, content, category, lane, status, created_at) values ('" + message + "', '"
                + WORKSPACE + "', gen_random_uuid(), '1', gen_random_uuid(), 0, '1', 'image', '{\"asset\":\"" + file
                + "\"}', 'service', 1, 0, now())");
        database.execute("insert into msg_queue (message_id, number_id, lane, peer, state, next_at) values ('" + message
                + "', gen_random_uuid(), 1, '1', 0, now())");

        assertThat(old.removeNext(BEFORE, "").removed()).isZero();

        database.execute("delete from msg_queue");
        assertThat(old.removeNext(BEFORE, "").removed()).isEqualTo(1);
    }

    private UUID file(String sha256, Instant createdAt) {
        var id = new Ids(Clock.fixed(createdAt, ZoneOffset.UTC)).next();
        database.execute("insert into msg_media (id, workspace_id, origin, state, sha256, mime, size, created_at)"
                + " values ('" + id + "', '" + WORKSPACE + "', 0, 0, '" + sha256 + "', 'image/png', 3, '" + createdAt
                + "')");
        return id;
    }

    private void remote(UUID file, Instant expiresAt) {
        database.execute("insert into msg_media_remote values ('" + file + "', gen_random_uuid(), '12345', '"
                + expiresAt + "')");
    }

    private String state(UUID file) {
        return database.text("select state from msg_media where id = '" + file + "'");
    }
}
