package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Bytes in a folder: {@code ab/cd/abcd…}, so that no folder grows too large. Names are digests and nothing else. */
@ApplicationScoped
class FolderMediaStore implements MediaStore {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Inject
    MediaConfig config;

    /** For the container. */
    FolderMediaStore() {}

    FolderMediaStore(MediaConfig config) {
        this.config = config;
    }

    @Override
    public void put(StagedFile file) throws IOException {
        var folder = folder(file.sha256());
        var target = folder.resolve(file.sha256());
        if (Files.exists(target) && Files.size(target) == file.size()) {
            file.close();
            return;
        }
        Files.createDirectories(folder);
        // On one file system this is atomic: under a digest there is either nothing or everything.
        Files.move(file.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(folder(sha256).resolve(sha256));
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(folder(sha256).resolve(sha256));
    }

    private Path folder(String sha256) {
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
        }
        return config.folder().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    /** Makes the entry in the folder durable, where the system lets a folder be opened. */
    private static void sync(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows does not open folders; there the move is as durable as the system makes it.
        }
    }
}
