package org.chasqui.messaging.messages.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the state of a message off a row of {@code msg_message}. */
public final class MessageStates {
    private MessageStates() {}

    /** The state in the current row, which must hold all columns of the table. */
    public static MessageState read(ResultSet row) throws SQLException {
        return Ledger.readState(row);
    }
}
