package org.chasqui.messaging.sql;

import java.sql.SQLException;

/** The database refused or could not be reached; the transaction rolls back. */
public class SqlFailed extends RuntimeException {
    public SqlFailed(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
