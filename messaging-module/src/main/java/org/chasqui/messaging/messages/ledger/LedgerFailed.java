package org.chasqui.messaging.messages.ledger;

import java.sql.SQLException;

/** The database refused or could not be reached; the transaction rolls back. */
public class LedgerFailed extends RuntimeException {
    public LedgerFailed(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
