package org.chasqui.messaging.bots;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One connection for everything that a transaction does; it can be made to die at a statement, as a process that is killed. */
final class DyingDatabase {
    private final DataSource real;
    private Connection connection;
    private int statements;
    private int fatal;

    DyingDatabase(DataSource real) {
        this.real = real;
    }

    /** The process was killed. */
    static final class Killed extends RuntimeException {
        Killed() {
            super("killed");
        }
    }

    /** Dies at a statement from now on, counted from 1. */
    void dieAt(int statement) {
        statements = 0;
        fatal = statement;
    }

    /** Dies no more. */
    void live() {
        fatal = 0;
    }

    void begin() {
        try {
            connection = real.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void end(boolean commit) {
        try (var ending = connection) {
            if (commit) {
                ending.commit();
            } else {
                ending.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    DataSource dataSource() {
        var loader = DyingDatabase.class.getClassLoader();
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return lent(loader);
                    }
                    throw new IllegalStateException(method + " is not for tests");
                });
    }

    private Object lent(ClassLoader loader) {
        return Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            if (method.getName().equals("prepareStatement") && ++statements == fatal) {
                throw new Killed();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
    }
}
