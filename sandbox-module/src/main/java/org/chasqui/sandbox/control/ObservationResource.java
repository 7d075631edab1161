package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.ai.Assistant;
import org.chasqui.sandbox.world.BusinessNumber;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.Ledger;
import org.chasqui.sandbox.world.LiveLog;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** The live log, the ledger, the counts, and the reset. */
@Path("/")
@RequestScoped
public class ObservationResource {

    private static final int MAX_WAIT_SECONDS = 30;
    private static final int POLL_MILLIS = 100;

    @Inject
    private Sandbox sandbox;

    @Inject
    private Assistant assistant;

    /**
     * Events after a cursor: {@code {cursor, entries:[…]}}. With {@code wait} (seconds, at most 30) the answer comes when
     * there is one.
     */
    @GET
    @Path("log")
    public void log(
            @DefaultValue("0") @QueryParam("after") long after,
            @DefaultValue("200") @QueryParam("limit") int limit,
            @DefaultValue("0") @QueryParam("wait") int wait,
            @Nullable @QueryParam("number") String number,
            @Nullable @QueryParam("person") String person,
            @Suspended AsyncResponse answer) {
        World world = ControlCall.world(sandbox);
        Predicate<LiveLog.Entry> wanted =
                entry -> (number == null || entry.number().equals(number))
                        && (person == null || entry.person().equals(person));
        long until = world.clock().millis() + 1_000L * Math.max(0, Math.min(wait, MAX_WAIT_SECONDS));
        look(world, after, Math.max(1, limit), until, wanted, answer);
    }

    private static void look(
            World world, long after, int limit, long until, Predicate<LiveLog.Entry> wanted, AsyncResponse answer) {
        long cursor = world.log().cursor();
        List<LiveLog.Entry> entries = world.log().between(after, cursor, limit).stream()
                .filter(wanted)
                .toList();
        long now = world.clock().millis();
        if (!entries.isEmpty() || now >= until) {
            answer.resume(ControlCall.json(view(cursor, entries)));
        } else if (!answer.isDone()) {
            world.at(now + POLL_MILLIS, () -> look(world, after, limit, until, wanted, answer));
        }
    }

    private static ObjectNode view(long cursor, List<LiveLog.Entry> entries) {
        ObjectNode json = Json.object().put("cursor", cursor);
        ArrayNode list = json.putArray("entries");
        for (LiveLog.Entry entry : entries) {
            ObjectNode line = list.addObject().put("seq", entry.seq());
            line.put("at", Instant.ofEpochMilli(entry.at()).toString());
            line.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
            line.put("number", entry.number()).put("person", entry.person());
            line.put("title", entry.title()).put("detail", entry.detail());
            line.put("millis", entry.millis() < 0 ? null : entry.millis());
        }
        return json;
    }

    /**
     * The accepted POSTs per {@code biz_opaque_callback_data} as NDJSON, totals in the last line.
     *
     * @param waba only this account
     * @param number only this number
     * @param show {@code all}, {@code duplicates} or {@code totals}
     */
    @GET
    @Path("ledger")
    public Response ledger(
            @Nullable @QueryParam("waba") String waba,
            @Nullable @QueryParam("number") String number,
            @DefaultValue("all") @QueryParam("show") String show) {
        World world = ControlCall.world(sandbox);
        Ledger.Detail detail;
        try {
            detail = Ledger.Detail.valueOf(show.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ControlRefused.invalid("show is one of all, duplicates, totals");
        }
        Predicate<String> wanted = id -> (number == null || id.equals(number)) && belongs(world, id, waba);
        StreamingOutput stream = out -> {
            BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
            world.ledger().write(buffered, wanted, detail);
        };
        return Response.ok(stream, "application/x-ndjson")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static boolean belongs(World world, String number, @Nullable String waba) {
        if (waba == null) {
            return true;
        }
        BusinessNumber known = world.catalog().number(number);
        return known != null && known.waba().id().equals(waba);
    }

    /** All counts. */
    @GET
    @Path("stats")
    public Response stats() {
        return ControlCall.json(ControlCall.world(sandbox).statistics());
    }

    /** Forgets messages, ledger, behaviours, counts and the log. */
    @POST
    @Path("reset")
    public Response reset() throws IOException {
        ControlCall.world(sandbox).reset();
        assistant.clear();
        return Response.noContent().build();
    }
}
