package org.chasqui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** What a {@link Gateway} keeps in its data folder: secrets, its log, its database. Not for several threads. */
final class GatewayData {
    private static final Pattern COMPLAINT = Pattern.compile("^\\S+ \\S+ (WARNING|SEVERE|ERROR)");

    private final Path root;
    private int forgotten;

    GatewayData(Path root) {
        this.root = root;
    }

    /** The folder, which is there and has nothing in it. */
    static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var paths = Files.walk(folder)) {
                    for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new BenchFailed(
                    "The folder " + folder + " cannot be emptied: " + unwritable.getMessage(), unwritable);
        }
    }

    Path root() {
        return root;
    }

    String databasePassword() {
        return properties("secrets.properties").getProperty("database.password");
    }

    /** What the sandbox of this product knows itself by: token, app-id, app-secret, verify-token and more. */
    Properties credentials() {
        return properties("sandbox/credentials.properties");
    }

    private Properties properties(String file) {
        var properties = new Properties();
        try (var in = Files.newInputStream(root.resolve(file))) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new BenchFailed(file + " of the product cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return properties;
    }

    /** Called when the product is ready: what it says while it starts is of no interest here. */
    void forgetComplaints() {
        forgotten = allComplaints().size();
    }

    /** Warnings and errors in the product's log since they were forgotten. */
    List<String> complaints() {
        return allComplaints().stream().skip(forgotten).toList();
    }

    private List<String> allComplaints() {
        var log = root.resolve("logs/chasqui.0.log");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> COMPLAINT.matcher(line).find()).toList();
        } catch (IOException unreadable) {
            return List.of(log + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** The first process of the database, or 0 when it does not run. */
    long postmaster() {
        try {
            var pid = Files.readAllLines(root.resolve("database/postmaster.pid"))
                    .get(0)
                    .trim();
            return Files.exists(Path.of("/proc", pid)) ? Long.parseLong(pid) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
