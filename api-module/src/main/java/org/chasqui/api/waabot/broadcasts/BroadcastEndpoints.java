package org.chasqui.api.waabot.broadcasts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.Page;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.messaging.sql.DatabaseTrouble;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /broadcast}: one message to many people. */
@ApplicationScoped
class BroadcastEndpoints implements WaabotEndpoints {
    private static final Logger LOG = System.getLogger(BroadcastEndpoints.class.getName());
    private static final int USUAL_PAGE = 10;
    private static final int MOST = 20;

    @Inject
    Broadcasts broadcasts;

    @Inject
    HandOver handOver;

    @Inject
    Outcomes outcomes;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.sends("POST", "/broadcast", this::create)
                .reads("GET", "/broadcast", this::list)
                .reads("GET", "/broadcast/{id}", this::one)
                .sends("PUT", "/broadcast/{id}", this::change)
                .sends("PATCH", "/broadcast/{id}", this::change)
                .sends("DELETE", "/broadcast/{id}", this::remove);
    }

    /** The first recipients have their turn before the answer, so that it tells of those who cannot be written to. */
    private Answer create(WaabotCall call) throws IOException {
        var made = broadcasts.create(call.client(), call.sender().id(), call.arguments(), call.reservedId());
        begin(made);
        return answer("Broadcast created successfully!", made);
    }

    /** The broadcast is kept whatever becomes of this: a client that is told otherwise would make it again. */
    private void begin(Broadcast made) {
        try {
            handOver.step(made.id());
        } catch (RuntimeException failed) {
            LOG.log(
                    Level.WARNING,
                    "broadcast {0} has its first turn later: {1}",
                    made.id(),
                    DatabaseTrouble.named(failed));
        }
    }

    private Answer list(WaabotCall call) throws IOException {
        var page = Page.of(call.arguments(), USUAL_PAGE, MOST);
        var data = JsonNodeFactory.instance.arrayNode();
        broadcasts
                .list(call.client(), page.limit(), page.offset())
                .forEach(broadcast -> data.add(BroadcastJson.of(outcomes.report(broadcast))));
        return Answer.json(200, page.noteIn(Envelope.success("Broadcasts fetched successfully!", data)));
    }

    private Answer one(WaabotCall call) {
        return answer("Broadcast fetched successfully!", broadcast(call));
    }

    /** What is under way cannot become another message: some have it already. */
    private Answer change(WaabotCall call) {
        broadcast(call);
        throw new RequestFailed(
                FailureCode.CONFLICT,
                "A broadcast is sent as soon as it is made and cannot be changed. DELETE it to stop what still waits, and"
                        + " make another one.");
    }

    private Answer remove(WaabotCall call) {
        var broadcast = broadcast(call);
        // It is forgotten last: when something fails in between, whoever repeats the call finds it and goes on.
        outcomes.cancel(broadcast.workspaceId(), broadcasts.stop(broadcast));
        broadcasts.forget(broadcast);
        return Envelope.ok(
                "Broadcast deleted successfully!",
                JsonNodeFactory.instance.objectNode().put("_id", call.variable("id")));
    }

    private Broadcast broadcast(WaabotCall call) {
        var id = call.variable("id");
        return broadcasts.find(call.client(), id).orElseThrow(() -> RequestFailed.notFound("broadcast", id));
    }

    private Answer answer(String message, Broadcast broadcast) {
        return Envelope.ok(message, BroadcastJson.of(outcomes.report(broadcast)));
    }
}
