package org.chasqui.api.dialog360.hub;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;

/** A call of a partner. */
record HubCall(Partner partner, Call request, Map<String, String> variables) {
    /** The arguments of query and body together; what the body says wins. */
    Arguments arguments() throws IOException {
        return request.arguments();
    }

    /** A variable of the path, for example {@code channel}. */
    String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such variable: " + name);
        }
        return value;
    }

    UUID workspaceId() {
        return partner.client().workspaceId();
    }

    /** Who calls, for the audit trail. */
    String actor() {
        return partner.client().name();
    }
}
