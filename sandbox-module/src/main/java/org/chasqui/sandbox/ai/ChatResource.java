package org.chasqui.sandbox.ai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions} and {@code GET /v1/models}. */
@Path("v1")
@RequestScoped
public class ChatResource {

    private static final int MAX_BODY = 1 << 20;
    private static final int SLOW_MILLIS = 3_000;
    private static final int HANG_SECONDS = 120;
    private static final int GIANT_CHARACTERS = 60_000;
    private static final int ENDLESS_BYTES = 64 << 20;

    @Inject
    private Sandbox sandbox;

    @Inject
    private Assistant assistant;

    /** The models, each a mood. */
    @GET
    @Path("models")
    public Response models(@Nullable @HeaderParam("Authorization") String authorization) {
        authenticated(authorization);
        ObjectNode json = Json.object().put("object", "list");
        ArrayNode data = json.putArray("data");
        for (Mood mood : Mood.values()) {
            data.addObject()
                    .put("id", mood.model())
                    .put("object", "model")
                    .put("created", 0)
                    .put("owned_by", "sandbox");
        }
        return json(200, Json.bytes(json));
    }

    /** An answer, or what the mood makes of it. */
    @POST
    @Path("chat/completions")
    public void complete(
            @Nullable @HeaderParam("Authorization") String authorization,
            byte[] body,
            @Suspended AsyncResponse answer) {
        World world = authenticated(authorization);
        if (body.length > MAX_BODY) {
            throw AiRefused.invalid("The body is larger than " + MAX_BODY + " bytes.", null);
        }
        Chat chat = Chat.read(body);
        Mood own = Mood.of(chat.model()).orElseThrow(() -> AiRefused.unknownModel(chat.model()));
        Mood mood = assistant.moodFor(own);
        long now = world.clock().millis();
        assistant.heard(chat, mood, world.clock().instant());
        switch (mood) {
            case HANG -> answer.setTimeout(HANG_SECONDS, TimeUnit.SECONDS);
            case SLOW -> world.at(now + SLOW_MILLIS, () -> answer.resume(completion(chat, mood, now)));
            default -> answer.resume(respond(chat, mood, now));
        }
    }

    private World authenticated(@Nullable String authorization) {
        World world = sandbox.world();
        if (world == null) {
            throw AiRefused.unavailable(sandbox.reason());
        }
        if (!assistant.knows(authorization, world)) {
            throw AiRefused.wrongKey();
        }
        return world;
    }

    private static Response respond(Chat chat, Mood mood, long now) {
        return switch (mood) {
            case UNAUTHORIZED -> throw AiRefused.wrongKey();
            case THROTTLED -> throw AiRefused.throttled();
            case BROKEN ->
                Response.status(500)
                        .type("text/html")
                        .entity(ascii("<html><body><h1>500 Internal Server Error</h1></body></html>"))
                        .build();
            case MALFORMED -> json(200, ascii("{\"id\":\"chatcmpl-1\",\"choices\":[{\"message\":{\"role\":\"assis"));
            case ENDLESS -> Response.ok(endless(), "application/json").build();
            default -> completion(chat, mood, now);
        };
    }

    private static Response completion(Chat chat, Mood mood, long now) {
        String text = switch (mood) {
            case EMPTY -> " \n\t ";
            case OBEDIENT -> Mind.obey(chat);
            case GIANT -> Mind.ramble(GIANT_CHARACTERS);
                    default -> Mind.answer(chat);
        };
        int most = mood == Mood.GIANT || chat.mostTokens() == 0 ? Integer.MAX_VALUE : chat.mostTokens();
        boolean isCut = Chat.tokens(text) > most;
        String content = isCut ? text.substring(0, most * 4) : text;
        ObjectNode json = Json.object();
        json.put("id", "chatcmpl-" + Long.toString(now, 36)).put("object", "chat.completion");
        json.put("created", now / 1_000).put("model", chat.model());
        ObjectNode choice = json.putArray("choices").addObject().put("index", 0);
        choice.putObject("message").put("role", "assistant").put("content", content);
        choice.put("finish_reason", isCut ? "length" : "stop");
        int asked = chat.tokens();
        int said = Chat.tokens(content);
        json.putObject("usage")
                .put("prompt_tokens", asked)
                .put("completion_tokens", said)
                .put("total_tokens", asked + said);
        return json(200, Json.bytes(json));
    }

    private static StreamingOutput endless() {
        byte[] chunk = new byte[8_192];
        Arrays.fill(chunk, (byte) ' ');
        return out -> {
            out.write(ascii("{\"id\":"));
            for (int written = 0; written < ENDLESS_BYTES; written += chunk.length) {
                out.write(chunk);
                out.flush();
            }
        };
    }

    private static Response json(int status, byte[] body) {
        return Response.status(status)
                .type("application/json; charset=UTF-8")
                .header(
                        "x-request-id",
                        "req_" + Integer.toHexString(Arrays.hashCode(body)).toLowerCase(Locale.ROOT))
                .entity(body)
                .build();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
