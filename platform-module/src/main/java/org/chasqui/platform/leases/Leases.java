package org.chasqui.platform.leases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Leases by PostgreSQL's advisory locks. The lock belongs to the database session: a node that dies loses it at once,
 * and nobody has to guess how long a lease lasts.
 */
@ApplicationScoped
public class Leases {
    private static final String TAKE = "select pg_try_advisory_lock(?)";
    private static final String GIVE_BACK = "select pg_advisory_unlock(?)";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    @Inject
    DataSource dataSource;

    /** For the container. */
    public Leases() {}

    /** Leases of a database, where there is no container. */
    public Leases(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs the work unless another node, or another thread of this one, is at it. Must be called without a transaction,
     * because the connection that holds the lock stays out of the work's own transactions.
     *
     * @return whether the work was run
     */
    public boolean runAlone(String name, Runnable work) {
        var key = key(name);
        try (var connection = dataSource.getConnection()) {
            if (!ask(connection, TAKE, key)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(connection, GIVE_BACK, key);
            }
            return true;
        } catch (SQLException failed) {
            throw new IllegalStateException("The lease " + name + " could not be asked for", failed);
        }
    }

    /**
     * Runs the work as soon as no other node, and no other thread of this one, is at it. Must be called without a transaction.
     *
     * <p>Asks now and then: a session that waits for the lock itself would hold a snapshot, which an index that is built
     * concurrently waits for in its turn.
     */
    public void runInTurn(String name, Runnable work) {
        while (!runAlone(name, work)) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Stopped while another node is at " + name);
            }
        }
    }

    /** The number of the advisory lock that stands for a name. */
    public static long key(String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(("chasqui:" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
