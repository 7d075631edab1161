package org.chasqui.sandbox.graph;

import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Breaks the connection of a request, which the servlet API cannot. Works on Payara (Grizzly), whose objects are reached
 * by reflection; on another server the request is answered with 500 and no body instead.
 */
final class Connections {

    private static final System.Logger LOG = System.getLogger(Connections.class.getName());

    private Connections() {}

    /** Resets the connection: the client sees "connection reset" after it has written its request. */
    static void abort(HttpServletRequest request, ServletResponse response) {
        end(request, response, true);
    }

    /** Closes the connection at once; what was flushed before still arrives. */
    static void close(HttpServletRequest request, ServletResponse response) {
        end(request, response, false);
    }

    private static void end(HttpServletRequest request, ServletResponse response, boolean reset) {
        try {
            Object connection = connectionOf(request);
            if (connection == null) {
                throw new ReflectiveOperationException("no Grizzly connection behind " + request.getClass());
            }
            Object channel = call(connection, "getChannel");
            if (reset && channel instanceof SocketChannel socket) {
                // Linger 0 makes close send RST instead of FIN.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                socket.close();
            }
            call(connection, "closeSilently");
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "This server does not let the sandbox break a connection", e);
            if (response instanceof HttpServletResponse http && !http.isCommitted()) {
                http.setStatus(500);
            }
        }
    }

    private static @Nullable Object connectionOf(HttpServletRequest request) throws ReflectiveOperationException {
        Object current = request;
        while (current instanceof ServletRequestWrapper wrapper) {
            current = wrapper.getRequest();
        }
        Object catalina = call(current, "getUnwrappedCoyoteRequest");
        Object grizzly = catalina == null ? null : call(catalina, "getCoyoteRequest");
        Object context = grizzly == null ? null : call(grizzly, "getContext");
        return context == null ? null : call(context, "getConnection");
    }

    private static @Nullable Object call(Object target, String method) throws ReflectiveOperationException {
        java.lang.reflect.Method found = target.getClass().getMethod(method);
        if (!found.canAccess(target)) {
            found.setAccessible(true);
        }
        return found.invoke(target);
    }
}
