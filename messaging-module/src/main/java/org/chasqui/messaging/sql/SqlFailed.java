package org.chasqui.messaging.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused or could not be reached; the transaction rolls back. */
public class SqlFailed extends RuntimeException {
    public SqlFailed(String doing, SQLException cause) {
        super(doing + ": " + words(cause), cause);
    }

    /** The words of a refusal quote the values that were refused, and these are people's; the SQL state says enough. */
    private static @Nullable String words(SQLException cause) {
        var state = cause.getSQLState();
        return state == null || state.startsWith("08") ? cause.getMessage() : "SQL state " + state;
    }
}
