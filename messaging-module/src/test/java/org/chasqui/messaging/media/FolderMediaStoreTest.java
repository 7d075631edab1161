package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMediaStoreTest {
    private static final byte[] BYTES = "what is kept".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final Staging staging = new Staging();
    private FolderMediaStore store = new FolderMediaStore();

    @BeforeEach
    void useTheFolder() {
        var config = new MediaConfig() {
            @Override
            Path folder() {
                return folder;
            }
        };
        staging.config = config;
        store = new FolderMediaStore(config);
    }

    @Test
    void keepsBytesByTheirDigestInTwoLevelsOfFolders() throws IOException {
        var file = stage();
        store.put(file);

        assertThat(file.path()).doesNotExist();
        assertThat(folder.resolve(file.sha256().substring(0, 2))
                        .resolve(file.sha256().substring(2, 4))
                        .resolve(file.sha256()))
                .hasBinaryContent(BYTES);
        try (var in = store.open(file.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        var first = stage();
        store.put(first);
        var second = stage();
        store.put(second);

        assertThat(second.path()).doesNotExist();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void mendsAFileThatWasCutOff() throws IOException {
        var first = stage();
        store.put(first);
        var kept = folder.resolve(first.sha256().substring(0, 2))
                .resolve(first.sha256().substring(2, 4))
                .resolve(first.sha256());
        Files.write(kept, new byte[] {1});

        store.put(stage());

        assertThat(kept).hasBinaryContent(BYTES);
    }

    @Test
    void forgetsWhatIsRemoved() throws IOException {
        var file = stage();
        store.put(file);
        store.remove(file.sha256());
        store.remove(file.sha256());

        assertThatThrownBy(() -> store.open(file.sha256())).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesNothingForAPathThatIsNoDigest() {
        for (var path : new String[] {"../../etc/passwd", "", "AB", "a".repeat(63) + "/"}) {
            assertThatThrownBy(() -> store.open(path)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nothingStaysOfAStreamThatIsTooLong() {
        assertThatThrownBy(() -> staging.stage(new ByteArrayInputStream(BYTES), BYTES.length - 1))
                .isInstanceOf(Staging.TooLarge.class);
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    private StagedFile stage() throws IOException {
        return staging.stage(new ByteArrayInputStream(BYTES), BYTES.length);
    }
}
