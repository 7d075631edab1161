package org.chasqui.messaging.sql;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells trouble with the database, which passes, from trouble with what was written, which does not. */
public final class DatabaseTrouble {
    private DatabaseTrouble() {}

    /** Whether doing the same again later may work: the server is away, stops, is overloaded, or two got in each other's way. */
    public static boolean isPassing(Throwable failed) {
        boolean transaction = false;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return isPassing(sql.getSQLState());
            }
            transaction |= cause instanceof RollbackException
                    || cause instanceof SystemException
                    || cause instanceof TransactionalException;
        }
        return transaction;
    }

    /**
     * What may be said of a failure in a log. A stack trace may not: it ends in the words of the database, which quote the
     * values that it refused.
     */
    public static String named(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SqlFailed sql) {
                return String.valueOf(sql.getMessage());
            }
        }
        return failed.toString();
    }

    /** The classes of PostgreSQL's appendix A that tell of the connection, the server or other transactions. */
    private static boolean isPassing(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return true;
        }
        return switch (state.substring(0, 2)) {
            case "08", "25", "40", "53", "55", "57", "58" -> true;
            default -> false;
        };
    }
}
