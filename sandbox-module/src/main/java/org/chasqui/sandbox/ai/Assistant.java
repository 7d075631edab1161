package org.chasqui.sandbox.ai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.world.Json;
import org.chasqui.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** The provider: its key, the mood that was set by hand, and what it was asked last. Not kept over a restart. */
@ApplicationScoped
public class Assistant {

    private static final int KEPT = 100;

    @Inject
    private Sandbox sandbox;

    private final Deque<ObjectNode> calls = new ArrayDeque<>();
    private @Nullable Mood mood;
    private int left;

    /** The key that clients must send; follows from the app, so that it stays as long as the sandbox's data do. */
    String key(World world) {
        try {
            byte[] seed = ("ai " + world.app().secret()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed);
            return "sk-sandbox-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Whether this is {@code Bearer} and the key. */
    boolean knows(@Nullable String authorization, World world) {
        byte[] wanted = ("Bearer " + key(world)).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(wanted, authorization.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets how all models behave, whatever they are called.
     *
     * @param times for how many calls, 0 until it is cleared
     */
    public synchronized void behave(Mood wanted, int times) {
        mood = wanted;
        left = times > 0 ? times : Integer.MAX_VALUE;
    }

    /** Forgets the mood that was set and the calls. */
    public synchronized void clear() {
        mood = null;
        calls.clear();
    }

    synchronized Mood moodFor(Mood own) {
        Mood set = mood;
        if (set == null) {
            return own;
        }
        if (--left <= 0) {
            mood = null;
        }
        return set;
    }

    synchronized void heard(Chat chat, Mood answered, Instant at) {
        ObjectNode call = Json.object().put("at", at.toString()).put("model", chat.model());
        call.put("mood", answered.key()).put("max_tokens", chat.mostTokens());
        ArrayNode messages = call.putArray("messages");
        chat.said()
                .forEach(said -> messages.addObject().put("role", said.role()).put("content", said.content()));
        calls.addLast(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** Address, key, models, the mood that is set, and the last calls, the oldest first. */
    public synchronized ObjectNode toJson(String baseUrl) {
        ObjectNode json = Json.object().put("base_url", baseUrl);
        World world = sandbox.world();
        json.put("key", world == null ? null : key(world));
        ArrayNode models = json.putArray("models");
        for (Mood each : Mood.values()) {
            models.addObject()
                    .put("model", each.model())
                    .put("mood", each.key())
                    .put("meaning", each.meaning());
        }
        Mood set = mood;
        json.put("mood", set == null ? null : set.key());
        ArrayNode list = json.putArray("calls");
        calls.forEach(list::add);
        return json;
    }
}
