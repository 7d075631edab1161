package org.chasqui.api.waabot.people;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;

/** {@code /contact_groups}: groups of the address book. */
@ApplicationScoped
class GroupEndpoints implements WaabotEndpoints {
    @Inject
    ContactGroups groups;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/contact_groups", this::create)
                .reads("GET", "/contact_groups", this::list)
                .reads("GET", "/contact_groups/{id}", this::one)
                .writes("PUT", "/contact_groups/{id}", this::change)
                .writes("PATCH", "/contact_groups/{id}", this::change)
                .writes("DELETE", "/contact_groups/{id}", this::remove);
    }

    private Answer create(WaabotCall call) throws IOException {
        var workspace = WholeWorkspace.of(call.client());
        var arguments = call.arguments();
        var made = groups.create(
                workspace,
                arguments.demand("title"),
                arguments.flag("is_default").orElse(false));
        return answer("Contact group created successfully!", workspace, made);
    }

    private Answer list(WaabotCall call) {
        var workspace = WholeWorkspace.of(call.client());
        var data = JsonNodeFactory.instance.arrayNode();
        groups.list(workspace).forEach(group -> data.add(PersonJson.of(group, workspace)));
        return Envelope.ok("Contact groups fetched successfully!", data);
    }

    private Answer one(WaabotCall call) {
        var workspace = WholeWorkspace.of(call.client());
        return answer("Contact group fetched successfully!", workspace, group(workspace, call));
    }

    private Answer change(WaabotCall call) throws IOException {
        var workspace = WholeWorkspace.of(call.client());
        var arguments = call.arguments();
        var changed = groups.change(
                workspace,
                group(workspace, call),
                arguments.text("title").orElse(null),
                arguments.flag("is_default").orElse(null));
        return answer("Contact group updated successfully!", workspace, changed);
    }

    private Answer remove(WaabotCall call) {
        var workspace = WholeWorkspace.of(call.client());
        var group = group(workspace, call);
        groups.remove(workspace, group);
        return answer("Contact group deleted successfully!", workspace, group);
    }

    private Group group(UUID workspace, WaabotCall call) {
        return groups.demand(workspace, call.variable("id"));
    }

    private static Answer answer(String message, UUID workspace, Group group) {
        return Envelope.ok(message, PersonJson.of(group, workspace));
    }
}
