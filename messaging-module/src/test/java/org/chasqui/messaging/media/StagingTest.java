package org.chasqui.messaging.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.chasqui.platform.migrations.DatabaseReady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatADeadProcessWasReceivingIsRemovedAndWhatIsBeingReceivedStays() throws IOException {
        var staging = new Staging();
        staging.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        staging.config = new MediaConfig() {
            @Override
            Path stagingFolder() {
                return folder;
            }
        };
        var abandoned = aged(Files.createTempFile(folder, "in-", ".part"), Duration.ofHours(25));
        var arriving = aged(Files.createTempFile(folder, "in-", ".part"), Duration.ofHours(23));
        var form = aged(Files.createTempFile("chasqui-form-", ".part"), Duration.ofHours(25));
        var another = aged(Files.createTempFile("chasqui-other-", ".part"), Duration.ofHours(25));
        try {
            staging.tidy(new DatabaseReady());

            assertThat(abandoned).doesNotExist();
            assertThat(form).doesNotExist();
            assertThat(arriving).exists();
            assertThat(another).as("none of ours").exists();
        } finally {
            Files.deleteIfExists(form);
            Files.deleteIfExists(another);
        }
    }

    private static Path aged(Path file, Duration age) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
