package org.chasqui.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL as child process: binaries unpacked once, a cluster made once, started on loopback with durable settings,
 * stopped by {@link #close()}. The only login is {@code chasqui}, with a password (SCRAM), who owns the database
 * {@code chasqui}; the superuser cannot log in.
 *
 * <p>A server that outlived its product (kill -9 does not reach children) is stopped in order before a new one starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "chasqui";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path log;

    private EmbeddedPostgres(PostgresBinaries binaries, Path cluster, Path log) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.log = log;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @param runtime folder for the unpacked binaries (60 MB)
     * @param cluster folder of the database itself; made when it is not there
     * @param log file that the server writes to
     * @param port free port on 127.0.0.1
     * @param password of the login {@code chasqui}; used when the cluster is made
     * @throws IOException with a sentence for the operator when the server cannot be started
     */
    public static EmbeddedPostgres start(Path runtime, Path cluster, Path log, int port, String password)
            throws IOException, InterruptedException {
        var binaries = PostgresBinaries.unpack(runtime);
        var postgres = new EmbeddedPostgres(binaries, cluster.toAbsolutePath(), log.toAbsolutePath());
        postgres.stop();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            postgres.create(password);
        }
        postgres.refuseOtherMajor();
        Files.writeString(postgres.cluster.resolve(PostgresSettings.FILE), PostgresSettings.text(port));
        postgres.control("start", "-l", postgres.log.toString());
        return postgres;
    }

    /** Stops in order: open transactions are rolled back, everything committed is on disk. Nothing is left running. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before PostgreSQL had stopped", e);
        }
    }

    private void stop() throws IOException, InterruptedException {
        if (postmaster().isPresent()) {
            control("stop", "-m", "fast");
        }
    }

    /** The process that postmaster.pid names, if it lives and is a postgres: the number may long be someone else's. */
    private Optional<ProcessHandle> postmaster() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0)))
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
    }

    /** Made beside its place and then moved there: a start that is killed half-way leaves no half database. */
    private void create(String password) throws IOException, InterruptedException {
        Path draft = cluster.resolveSibling(cluster.getFileName() + ".new");
        Folders.delete(draft);
        binaries.run(
                PATIENCE,
                "initdb",
                List.of(
                        "-D",
                        draft.toString(),
                        "-U",
                        "postgres",
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--auth=reject",
                        "--no-instructions"),
                null);
        Files.writeString(draft.resolve("pg_hba.conf"), PostgresSettings.LOGINS);
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "# Written by Chasqui at every start; put changes into postgresql.auto.conf.\ninclude '"
                        + PostgresSettings.FILE + "'\n");
        Files.writeString(draft.resolve(PostgresSettings.FILE), PostgresSettings.text(5432));
        String login = "create role " + DATABASE + " login password '" + password.replace("'", "''") + "'";
        binaries.run(
                PATIENCE,
                "postgres",
                List.of("--single", "-D", draft.toString(), "-j", "postgres"),
                login + ";\n\ngrant pg_monitor to " + DATABASE + ";\n\ncreate database " + DATABASE + " owner "
                        + DATABASE + ";\n\n");
        Folders.delete(cluster);
        Files.move(draft, cluster);
    }

    private void refuseOtherMajor() throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.major())) {
            throw new IOException("The database in " + cluster + " was written by PostgreSQL " + found
                    + ", this version of Chasqui carries PostgreSQL " + binaries.major()
                    + ". Dump it with the old version and restore it into a new data folder.");
        }
    }

    private void control(String action, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<String>(
                List.of(action, "-D", cluster.toString(), "-w", "-s", "-t", Long.toString(PATIENCE.toSeconds())));
        arguments.addAll(List.of(options));
        try {
            binaries.run(PATIENCE.plusSeconds(10), "pg_ctl", arguments, null);
        } catch (IOException e) {
            throw new IOException("PostgreSQL did not " + action + ": " + e.getMessage() + " " + lastLines(), e);
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return "Last lines of " + log + ":\n  "
                    + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
