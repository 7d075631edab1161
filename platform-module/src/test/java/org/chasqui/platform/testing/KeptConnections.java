package org.chasqui.platform.testing;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * Connections to one database, for many short pieces of work: PostgreSQL starts a process for each connection, which takes
 * longer than most statements of a test. Two that nobody uses are kept; there may be any number in use. Without threads,
 * unlike the pools for production, since there are hundreds of databases.
 */
final class KeptConnections implements DataSource, ConnectionEventListener {
    private static final int MOST = 2;

    private final PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
    private final Deque<PooledConnection> idle = new ArrayDeque<>();
    private int most = MOST;

    KeptConnections(String url) {
        source.setUrl(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var kept = takeIdle();
        if (kept == null) {
            kept = source.getPooledConnection();
            kept.addConnectionEventListener(this);
        }
        return kept.getConnection();
    }

    /** Closes what is idle, and keeps nothing from now on. */
    void letGo() {
        synchronized (idle) {
            most = 0;
        }
        for (var kept = takeIdle(); kept != null; kept = takeIdle()) {
            close(kept);
        }
    }

    private PooledConnection takeIdle() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        var connection = (PooledConnection) event.getSource();
        synchronized (idle) {
            if (idle.size() < most) {
                idle.addLast(connection);
                return;
            }
        }
        close(connection);
    }

    /** It is not kept: what broke it may have broken it for good. */
    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        ((PooledConnection) event.getSource()).removeConnectionEventListener(this);
    }

    private void close(PooledConnection connection) {
        try {
            connection.removeConnectionEventListener(this);
            connection.close();
        } catch (SQLException gone) {
            // That is what was wanted.
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("No " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
