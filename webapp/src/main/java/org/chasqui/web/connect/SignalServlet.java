package org.chasqui.web.connect;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;

/** Where the Connect page tells what Meta's window says. A servlet, because a code lives for 30 seconds and a view may have expired. */
@WebServlet("/console/onboarding")
public class SignalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Signals signals;

    @Inject
    transient CurrentUser me;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            me.demand(Permission.MANAGE_ACCOUNTS);
            var speaker = new Signals.Speaker(me.workspaceId(), me.getEmail(), null, null, false);
            var id = signals.take(signals.read(request), speaker);
            Signals.answer(response, Map.of("id", id));
        } catch (RequestFailed refused) {
            Signals.refuse(response, refused);
        }
    }
}
