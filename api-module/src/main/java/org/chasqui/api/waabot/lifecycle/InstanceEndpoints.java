package org.chasqui.api.waabot.lifecycle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.instances.InstanceDocuments;
import org.chasqui.api.waabot.instances.InstanceLife;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Instances: made, listed, logged out, deleted. */
@ApplicationScoped
class InstanceEndpoints implements WaabotEndpoints {
    private static final int LONGEST_NAME = 100;

    @Inject
    LifeCycle lifeCycle;

    @Inject
    Pairing pairing;

    @Inject
    Instances instances;

    @Inject
    InstanceLife lives;

    @Inject
    InstanceDocuments documents;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/whatsapp/createNewWhatsapp", this::create)
                .reads("GET", "/whatsapp", this::list)
                .writes("DELETE", "/whatsapp/{id}", this::delete)
                .writes("GET", "/whatsapp/instance/logout/{id}", this::logOutById)
                .writes("DELETE", "/whatsapp/instance/logout/{id}", this::logOutById)
                .writes("GET", "/whatsapp/logout", this::logOut);
    }

    /** {@code number} is not Waabot's: it makes an instance of a number that is connected, and whose instance was deleted. */
    private Answer create(WaabotCall call) throws IOException {
        if (call.client().onlyNumber() != null) {
            throw new RequestFailed(
                    FailureCode.PERMISSION_DENIED,
                    "Instances are made for the account: send its bearer token, and not only the session_id and"
                            + " access_token of an instance.");
        }
        var arguments = call.arguments();
        var name = arguments.text("bot_name").map(String::strip);
        if (name.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            throw RequestFailed.invalid("bot_name", "must have at most " + LONGEST_NAME + " characters.");
        }
        var made = lifeCycle.create(
                call.client().workspaceId(),
                name.orElse(null),
                arguments.text("number").map(String::strip).orElse(null),
                call.client().name());
        return Envelope.ok("Whatsapp created successfully!", documents.document(made, call.client()));
    }

    private Answer list(WaabotCall call) {
        pairing.catchUp(call.client().workspaceId());
        var data = JsonNodeFactory.instance.arrayNode();
        call.instances().forEach(instance -> data.add(documents.document(instance, call.client())));
        return Envelope.ok("Whatsapp fetched successfully!", data);
    }

    private Answer delete(WaabotCall call) {
        var id = call.variable("id");
        var found = instances.find(call.client().workspaceId(), id).filter(one -> isOwn(call, one));
        if (found.isPresent()) {
            lifeCycle.delete(found.get(), call.client().name());
        } else if (!lives.wasDeleted(
                call.client().workspaceId(), id, call.client().onlyNumber())) {
            throw RequestFailed.notFound("instance", id);
        }
        return Envelope.ok(
                "Whatsapp deleted successfully!",
                JsonNodeFactory.instance.objectNode().put("_id", id));
    }

    private Answer logOutById(WaabotCall call) {
        var id = call.variable("id");
        return loggedOut(
                call,
                instances
                        .find(call.client().workspaceId(), id)
                        .filter(one -> isOwn(call, one))
                        .orElseThrow(() -> RequestFailed.notFound("instance", id)));
    }

    private Answer logOut(WaabotCall call) {
        return loggedOut(call, call.instance());
    }

    private Answer loggedOut(WaabotCall call, WaabotInstance instance) {
        var left = lifeCycle.logOut(instance, call.client().name());
        return Envelope.ok("Whatsapp logged out successfully!", state(left));
    }

    private ObjectNode state(WaabotInstance instance) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("_id", instance.objectId())
                .put("error", false)
                .put("message", "logout successful")
                .put("status", documents.status(instance).name())
                .put(
                        "note",
                        "The number stays connected to the gateway for other keys and the dashboard. POST /whatsapp/init"
                                + " logs the instance in again.");
    }

    /** Whoever is bound to a number, or comes with an instance's own credentials, has no other instance. */
    private static boolean isOwn(WaabotCall call, WaabotInstance instance) {
        return call.client().mayUse(instance.numberId())
                || call.instances().stream().anyMatch(own -> own.id().equals(instance.id()));
    }
}
