package org.chasqui.launcher;

import java.sql.SQLException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why a deployment failed. The server tells it only to its log; the person who started the product wants the
 * cause in a sentence. An application that refuses to start on purpose puts its sentence into the system property
 * {@value #REFUSAL}.
 */
final class DeploymentFailures extends Handler implements AutoCloseable {

    static final String REFUSAL = "chasqui.start-refused";

    private final Logger root = Logger.getLogger("");
    private @Nullable Throwable first;
    private @Nullable SQLException database;
    private @Nullable String message;

    private DeploymentFailures() {}

    static DeploymentFailures listen() {
        System.clearProperty(REFUSAL);
        var failures = new DeploymentFailures();
        failures.setLevel(Level.SEVERE);
        failures.root.addHandler(failures);
        return failures;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (record.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        if (first == null) {
            first = record.getThrown();
        }
        if (database == null) {
            database = databaseFailure(record.getThrown());
        }
        if (message == null) {
            message = record.getMessage();
        }
    }

    synchronized String sentence() {
        String refusal = System.getProperty(REFUSAL);
        if (refusal != null) {
            return refusal;
        }
        if (database != null) {
            return "the database does not take the application in: "
                    + String.valueOf(database.getMessage()).replaceAll("\\s+", " ")
                    + " (CHASQUI_DATABASE_URL is "
                    + Settings.ofThisProcess()
                            .get("chasqui.database.url")
                            .orElse("not set")
                            .replaceAll("\\?.*", "")
                    + "). Check it, CHASQUI_DATABASE_USER and CHASQUI_DATABASE_PASSWORD.";
        }
        String cause = first == null ? message : rootMessage(first);
        return "the application could not be deployed" + (cause == null ? "" : ": " + cause)
                + (cause != null && cause.endsWith(".") ? "" : ".") + " The log has the details.";
    }

    private static @Nullable SQLException databaseFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof SQLException found && isAboutTheWayIn(String.valueOf(found.getSQLState()))) {
                return found;
            }
        }
        return null;
    }

    /** No connection, no such login, no such database: the operator's to mend. Any other failure is the application's. */
    private static boolean isAboutTheWayIn(String sqlState) {
        return sqlState.startsWith("08") || sqlState.startsWith("28") || sqlState.equals("3D000");
    }

    private static String rootMessage(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
