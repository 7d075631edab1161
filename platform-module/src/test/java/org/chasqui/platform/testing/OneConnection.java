package org.chasqui.platform.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Gives out the same connection each time and never closes it, as a pool does: what the database keeps for it lives on. */
public final class OneConnection {
    private OneConnection() {}

    public static DataSource of(Connection connection) {
        var loader = OneConnection.class.getClassLoader();
        var lent = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return lent;
                    }
                    throw new IllegalStateException(method + " is not for tests");
                });
    }
}
