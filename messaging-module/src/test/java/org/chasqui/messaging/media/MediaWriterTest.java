package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.messaging.testing.MessagingDatabase;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String DIGEST = "ab".repeat(32);

    private final MessagingDatabase database = new MessagingDatabase();
    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<String> deeds = new ArrayList<>();
    private final MediaStore store = new MediaStore() {
        @Override
        public void put(StagedFile file) {
            deeds.add("put");
        }

        @Override
        public InputStream open(String sha256) {
            return InputStream.nullInputStream();
        }

        @Override
        public void remove(String sha256) {
            deeds.add("removed");
        }
    };
    private final MediaRows rows = new MediaRows();
    private final MediaWriter writer = new MediaWriter();
    private final FetchDesk desk = new FetchDesk();

    @TempDir
    Path folder;

    MediaWriterTest() {
        rows.jdbc = database.jdbc();
        writer.rows = rows;
        writer.store = store;
        desk.jdbc = database.jdbc();
        desk.rows = rows;
        desk.store = store;
    }

    @Test
    void bytesGoAfterTheirLastRowAndInAStepOfTheirOwn() throws IOException {
        var one = upload();
        var other = upload();
        writer.remove(one);
        writer.removeBytes(DIGEST);
        assertThat(deeds).as("another file has them").containsExactly("put", "put");

        writer.remove(other);
        assertThat(deeds).as("the row might come back").containsExactly("put", "put");
        writer.removeBytes(DIGEST);
        assertThat(deeds).containsExactly("put", "put", "removed");
    }

    @Test
    void aFileThatWasDeletedWhileItWasFetchedLeavesNoBytes() throws IOException {
        desk.stored(job(ids.next()), file(), "image/png");
        assertThat(deeds).isEmpty();

        var expected = upload();
        deeds.clear();
        desk.stored(job(expected.id()), file(), "image/png");
        assertThat(deeds).containsExactly("put");
        assertThat(database.text("select mime from msg_media")).isEqualTo("image/png");
    }

    @Test
    void anUploadWhoseAnswerWasLostIsTheSameAndNotWithOtherBytes() throws IOException {
        var first = upload();
        var again = view(first.workspaceId(), first.id(), DIGEST, "renamed.jpg");
        assertThat(writer.add(again, file())).isEqualTo(first);

        var other = "cd".repeat(32);
        assertThatThrownBy(() -> writer.add(
                        view(first.workspaceId(), first.id(), other, "a.jpg"),
                        new StagedFile(folder.resolve("other"), other, 3)))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.IDEMPOTENCY_CONFLICT));
        assertThat(deeds).as("no bytes without a row").containsExactly("put", "put");
    }

    private static MediaView view(UUID workspace, UUID id, String digest, String name) {
        return new MediaView(id, workspace, null, false, MediaState.STORED, "image/jpeg", 3L, digest, name, NOW);
    }

    private MediaView upload() throws IOException {
        var media = view(ids.next(), ids.next(), DIGEST, "a.jpg");
        writer.add(media, file());
        return media;
    }

    private StagedFile file() throws IOException {
        return new StagedFile(Files.createTempFile(folder, "staged", ""), DIGEST, 3);
    }

    private FetchJob job(UUID assetId) {
        return new FetchJob(assetId, ids.next(), "1234567", null, 1, NOW.plusSeconds(60));
    }
}
