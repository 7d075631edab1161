package org.chasqui.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the class path into a folder, and how to run one of them.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 * @param major PostgreSQL's major version, such as {@code 18}
 */
record PostgresBinaries(Path home, String major) {

    private static final System.Logger LOG = System.getLogger(PostgresBinaries.class.getName());

    /** Unpacks once; a folder with the finished mark is taken as it is. */
    static PostgresBinaries unpack(Path runtime) throws IOException, InterruptedException {
        var archive = PostgresBinaries.class.getResource("/" + archive());
        if (archive == null) {
            throw new IOException("This build of Chasqui carries no PostgreSQL for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch")
                    + ". Build it on this machine (bin/run), or name a database in CHASQUI_DATABASE_URL.");
        }
        var way = archive.openConnection();
        // A file of our own: the shared ones are closed by the server when its boot ends, which may be while we read.
        way.setUseCaches(false);
        try (InputStream packed = way.getInputStream()) {
            // The size tells versions apart well enough, and costs nothing to know.
            Path home = runtime.resolve("postgresql-" + packed.available()).toAbsolutePath();
            Path finished = home.resolve("unpacked");
            if (!Files.exists(finished)) {
                Folders.delete(home);
                Files.createDirectories(home);
                unpack(packed, home);
                Files.createFile(finished);
            }
            return new PostgresBinaries(home, majorOf(home));
        }
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch");
        return "postgres-" + system + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("Entry outside of its archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** From {@code postgres --version}: "postgres (PostgreSQL) 18.6". */
    private static String majorOf(Path home) throws IOException, InterruptedException {
        Path known = home.resolve("major");
        if (!Files.exists(known)) {
            String answer = new PostgresBinaries(home, "").run(Duration.ofSeconds(30), "postgres", List.of("-V"), null);
            Files.writeString(known, answer.replaceAll("(?s).*?(\\d+)\\..*", "$1"));
        }
        return Files.readString(known);
    }

    /**
     * Runs one program to its end.
     *
     * @param input what it reads; null for nothing
     * @return what it printed
     * @throws IOException with what it printed when it fails or does not end in time
     */
    String run(Duration patience, String program, List<String> arguments, @Nullable String input)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, with root's files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile(home, program, ".out");
        try {
            // To a file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.directory(home.toFile());
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                if (input != null) {
                    stdin.write(input.getBytes(StandardCharsets.UTF_8));
                }
            }
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            String text = Files.readString(output);
            if (!ended) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + patience.toSeconds() + " s. " + text);
            }
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", program, text);
            if (process.exitValue() != 0) {
                throw new IOException(failure(program, text.strip()));
            }
            return text;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String failure(String program, String text) {
        return text.contains("unshare")
                ? "PostgreSQL does not run as root, and this machine forbids the user namespace that would help ("
                        + text + "). Start Chasqui as an ordinary user, or name a database in CHASQUI_DATABASE_URL."
                : program + " failed: " + text;
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
