package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.migrations.DatabaseReady;

/** Settings of files; docs/configuration.md explains each. */
@ApplicationScoped
class MediaConfig {
    private static final int LARGEST_MEGABYTES = 100;

    @Inject
    Settings settings;

    /** For the container. */
    MediaConfig() {}

    MediaConfig(Settings settings) {
        this.settings = settings;
    }

    /** Looks at everything once at the start: a mistake must not wait for the first file. */
    void check(@Observes DatabaseReady ready) {
        largestUpload();
        try {
            Files.createDirectories(folder());
            stagingFolder();
        } catch (IOException failed) {
            throw new StartRefused("The folder for files " + folder()
                    + " cannot be written; set CHASQUI_MEDIA_FOLDER to one that can.");
        }
    }

    /** Where files are kept. */
    Path folder() {
        return settings.text("chasqui.media.folder")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElseGet(() -> settings.dataDir().resolve("media"));
    }

    /** Where files arrive: on the same file system, so that they can be moved into place. */
    Path stagingFolder() throws IOException {
        return Files.createDirectories(folder().resolve("incoming"));
    }

    /** Bytes that an upload may have at most. */
    long largestUpload() {
        long megabytes = settings.number("chasqui.media.largest-upload-mb", LARGEST_MEGABYTES, 1, LARGEST_MEGABYTES);
        return megabytes << 20;
    }

    /** Bytes of a file of a person at most; Meta itself passes none on that is larger. */
    long largestInbound() {
        return (long) LARGEST_MEGABYTES << 20;
    }
}
