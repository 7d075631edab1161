package org.chasqui.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What travels inside {@code chasqui.jar} and must lie in the file system to be used: the WAR, the resource adapter,
 * the jars of the embedded servers. Unpacked once per build of the jar.
 */
final class Bundle {

    private static final String PREFIX = "CHASQUI-INF/";

    private final Path home;

    private Bundle(Path home) {
        this.home = home;
    }

    /**
     * @param jar the jar that runs
     * @param runtime parent of the folder to unpack into; folders of earlier builds in it are deleted
     */
    static Bundle unpack(Path jar, Path runtime) throws IOException {
        String stamp = "build-" + Long.toHexString(Files.size(jar)) + "-"
                + Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
        Path home = runtime.resolve(stamp);
        Path finished = home.resolve("unpacked");
        if (!Files.exists(finished)) {
            deleteEarlier(runtime);
            unpackInto(jar, home);
            Files.createFile(finished);
        }
        return new Bundle(home);
    }

    private static void deleteEarlier(Path runtime) throws IOException {
        try (var children = Files.newDirectoryStream(runtime, "build-*")) {
            for (Path child : children) {
                Folders.delete(child);
            }
        }
    }

    private static void unpackInto(Path jar, Path home) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.getName().startsWith(PREFIX) && !entry.isDirectory()) {
                    Path target = home.resolve(entry.getName().substring(PREFIX.length()))
                            .normalize();
                    if (!target.startsWith(home)) {
                        throw new IOException("Entry outside of its archive: " + entry.getName());
                    }
                    Files.createDirectories(target.getParent());
                    try (var in = file.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }

    Path war() {
        return home.resolve("chasqui.war");
    }

    Path resourceAdapter() {
        return home.resolve("chasqui-jms.rar");
    }

    Path embeddedJars() {
        return home.resolve("embedded");
    }

    /** Where Payara Micro unpacks its own jars, once. */
    Path payaraJars() {
        return home.resolve("payara");
    }
}
