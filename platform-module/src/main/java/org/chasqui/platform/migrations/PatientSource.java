package org.chasqui.platform.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections that wait for the server for as long as it takes: an index on a large table takes minutes, and everybody else
 * gives up after half of one. Given back, a connection is as it was.
 */
final class PatientSource {
    private static final int FOR_EVER = 0;

    private PatientSource() {}

    static DataSource of(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                PatientSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        var result = method.invoke(source, arguments);
                        return result instanceof Connection connection ? patient(connection) : result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    private static Connection patient(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, FOR_EVER);
        return (Connection) Proxy.newProxyInstance(
                PatientSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        if (method.getName().equals("close") && !connection.isClosed()) {
                            connection.setNetworkTimeout(Runnable::run, before);
                        }
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }
}
