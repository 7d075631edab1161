package org.chasqui.messaging.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection failure
        "57P01, true", // the administrator stops the server
        "53300, true", // too many connections
        "40P01, true", // deadlock
        "55P03, true", // lock not available
        "22021, false", // a character that no text may hold
        "23505, false", // there is such a row already
        "42P01, false", // no such table
        ", true" // the pool has no connection
    })
    void passesOrNot(String state, boolean passes) {
        assertThat(DatabaseTrouble.isPassing(new SqlFailed("writing", new SQLException("no", state))))
                .isEqualTo(passes);
    }

    @Test
    void aMistakeOfOursDoesNotPass() {
        assertThat(DatabaseTrouble.isPassing(new NullPointerException())).isFalse();
    }

    @Test
    void aCommitThatFailedPasses() {
        assertThat(DatabaseTrouble.isPassing(new TransactionalException("no", new RollbackException())))
                .isTrue();
    }

    @Test
    void theNameOfAFailureHoldsNoValues() {
        var failed = new SQLException("Key (peer)=(5511955501234) already exists", "23505");

        assertThat(DatabaseTrouble.named(new SqlFailed("saving messages", failed)))
                .contains("23505")
                .contains("saving messages")
                .doesNotContain("5511955501234");
    }
}
