package org.chasqui.messaging.retention;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets one node at a time remove: two that delete the same rows would wait for each other. */
public final class OneNode {
    private OneNode() {}

    /** Whether this transaction may remove; the right ends with it. */
    public static boolean isThis(Connection connection) throws SQLException {
        try (var statement =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('msg_retention'))");
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
