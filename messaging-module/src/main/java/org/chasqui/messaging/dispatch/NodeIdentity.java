package org.chasqui.messaging.dispatch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.ids.Ids;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who this node is. The name outlives the process, because the next process of the same node must recognise what the
 * one before had begun. Two processes on one data folder get folders of their own: a configured name has its own, so that it
 * finds its own files whichever process starts first; without one the folder that is free gives the name.
 */
@ApplicationScoped
public class NodeIdentity {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int MOST_NODES = 64;

    @Inject
    @ConfigProperty(name = "chasqui.data-dir", defaultValue = "./data")
    String dataDir;

    @Inject
    @ConfigProperty(name = "chasqui.node-name")
    Optional<String> configuredName;

    @Inject
    Ids ids;

    private String name = "";
    private String bootId = "";
    private Path folder = Path.of(".");
    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;

    @PostConstruct
    void settle() {
        try {
            if (configuredName.isPresent()) {
                name = configuredName.get();
                takeFolderOf(name);
            } else {
                takeFreeFolder();
                name = storedName();
            }
            bootId = Files.isReadable(BOOT_ID)
                    ? Files.readString(BOOT_ID).strip()
                    : ids.next().toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The data folder " + dataDir + " cannot be written; set CHASQUI_DATA_DIR to one that can.",
                    unwritable);
        }
    }

    @PreDestroy
    void leave() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException gone) {
            // The system frees the lock with the process.
        }
    }

    /** Name of the node, unique among the nodes on one database. */
    public String name() {
        return name;
    }

    /** Changes when the machine restarts, and with each start where a boot cannot be told from another: then its page cache, and with it the in-flight file, may be lost. */
    String bootId() {
        return bootId;
    }

    /** A folder for files of this node alone. */
    Path folder() {
        return folder;
    }

    private void takeFolderOf(String name) throws IOException {
        if (!take("named-" + URLEncoder.encode(name, StandardCharsets.UTF_8))) {
            throw new StartRefused("A node named \"" + name + "\" runs on the data folder " + dataDir
                    + " already. Stop it, or give this one another chasqui.node-name.");
        }
    }

    private void takeFreeFolder() throws IOException {
        for (int i = 1; i <= MOST_NODES; i++) {
            if (take("node-" + i)) {
                return;
            }
        }
        throw new IOException("all " + MOST_NODES + " node folders are in use");
    }

    private boolean take(String folderName) throws IOException {
        var candidate = Path.of(dataDir, folderName);
        Files.createDirectories(candidate);
        var channel = FileChannel.open(candidate.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var taken = tryLock(channel);
        if (taken == null) {
            channel.close();
            return false;
        }
        lockFile = channel;
        lock = taken;
        folder = candidate;
        return true;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private String storedName() throws IOException {
        var file = folder.resolve("node-id");
        if (!Files.exists(file)) {
            Files.writeString(file, ids.next().toString());
        }
        return Files.readString(file).strip();
    }
}
