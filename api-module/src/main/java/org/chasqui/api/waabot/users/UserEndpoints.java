package org.chasqui.api.waabot.users;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.Times;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.UserView;
import org.chasqui.platform.users.Users;
import org.chasqui.platform.users.WorkspaceView;
import org.chasqui.platform.users.Workspaces;

/** {@code /users}: the person who has signed in, or the key; and a new password of one's own. */
@ApplicationScoped
class UserEndpoints implements WaabotEndpoints {
    @Inject
    Users users;

    @Inject
    Workspaces workspaces;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.reads("GET", "/users", this::profile)
                .reads("PUT", "/users/password", this::changePassword)
                .reads("POST", "/users/password", this::changePassword);
    }

    private Answer profile(WaabotCall call) {
        var client = call.client();
        var data = JsonNodeFactory.instance.objectNode().put("_id", ObjectId.of(client.id()));
        person(client).ifPresentOrElse(user -> describe(user, data), () -> describe(client, data));
        data.put("client_id", ObjectId.of(client.workspaceId()));
        data.put(
                "workspace",
                workspaces.byId(client.workspaceId()).map(WorkspaceView::name).orElse(null));
        return Envelope.ok("User fetched successfully!", data.put("__v", 0));
    }

    private static void describe(UserView user, ObjectNode data) {
        data.put("name", user.name())
                .put("email", user.email())
                .put("role", user.role().name().toLowerCase(Locale.ROOT))
                .put("createdAt", Times.iso(user.createdAt()));
    }

    /** A key or an instance is nobody: it has a name, and neither address nor role. */
    private static void describe(Client client, ObjectNode data) {
        data.put("name", client.name()).putNull("email").putNull("role");
        client.scopes().stream().sorted().forEach(data.putArray("scopes")::add);
    }

    private Answer changePassword(WaabotCall call) throws IOException {
        var self = person(call.client())
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.PERMISSION_DENIED,
                        "Keys have no password: sign in at POST /sessions, and call with the access token."));
        var given = call.arguments();
        users.changePassword(
                self,
                first(given, "current_password", "old_password", "oldPassword", "currentPassword"),
                first(given, "new_password", "password", "newPassword"));
        return Envelope.ok(
                "Password updated successfully!",
                JsonNodeFactory.instance.objectNode().put("_id", ObjectId.of(self.id())));
    }

    private static String first(Arguments given, String... names) {
        for (var name : names) {
            var text = given.text(name);
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw RequestFailed.invalid(names[0], "is required.");
    }

    private Optional<UserView> person(Client client) {
        return users.list(client.workspaceId()).stream()
                .filter(user -> user.id().equals(client.id()))
                .findFirst();
    }
}
