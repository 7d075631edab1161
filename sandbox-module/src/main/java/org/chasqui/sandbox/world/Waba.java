package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.chasqui.sandbox.meta.Delays;
import org.chasqui.sandbox.meta.MessageTemplate;
import org.jspecify.annotations.Nullable;

/** A WhatsApp Business Account with its templates, its subscription and the switches that tests turn. */
public final class Waba {

    private final String id;
    private final String name;
    private final Map<String, MessageTemplate> templates = new ConcurrentSkipListMap<>();
    private final Map<String, Long> blockedNames = new ConcurrentSkipListMap<>();
    private volatile boolean subscribed;
    private volatile @Nullable String overrideCallback;
    private volatile boolean pairLimited = true;
    private volatile int webhookBatch = 1;
    private volatile Delays delays = Delays.HUMAN;
    private final ObjectNode facts = Json.object();

    Waba(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Whether the app gets this account's webhooks. */
    public boolean isSubscribed() {
        return subscribed;
    }

    /** The account's own callback, or null for the app's. */
    public @Nullable String overrideCallback() {
        return overrideCallback;
    }

    /** Whether the pair limit holds. */
    public boolean isPairLimited() {
        return pairLimited;
    }

    /** How many updates one webhook may carry. */
    public int webhookBatch() {
        return webhookBatch;
    }

    /** When statuses follow. */
    public Delays delays() {
        return delays;
    }

    /** Fields of the node that differ from those of a healthy account, by Graph's names. */
    public synchronized ObjectNode facts() {
        return facts.deepCopy();
    }

    /** Whether its numbers may send. */
    public synchronized boolean isActive() {
        return facts.path("status").asText("ACTIVE").equals("ACTIVE");
    }

    synchronized void set(String field, String value) {
        facts.put(field, value);
    }

    void subscribe(boolean on, @Nullable String callback) {
        subscribed = on;
        overrideCallback = callback;
    }

    void limitPairs(boolean on) {
        pairLimited = on;
    }

    void batchWebhooks(int updates) {
        webhookBatch = Math.max(1, Math.min(updates, 1_000));
    }

    void delay(Delays other) {
        delays = other;
    }

    /** The template of this name and language, or null. */
    public @Nullable MessageTemplate template(String templateName, String language) {
        return templates.get(templateName + '\n' + language);
    }

    /** All templates by name and language. */
    public Collection<MessageTemplate> templates() {
        return templates.values();
    }

    void put(MessageTemplate template) {
        templates.put(template.name() + '\n' + template.language(), template);
    }

    void remove(MessageTemplate template) {
        templates.remove(template.name() + '\n' + template.language());
    }

    /** Blocks a name, as Meta does for thirty days after an approved template of it was deleted. */
    void block(String templateName, long until) {
        blockedNames.put(templateName, until);
    }

    boolean isBlocked(String templateName, long now) {
        return blockedNames.getOrDefault(templateName, 0L) > now;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("id", id).put("name", name).put("subscribed", subscribed);
        json.put("override_callback_uri", overrideCallback).put("pair_limit", pairLimited);
        json.put("webhook_batch", webhookBatch);
        json.putObject("delays")
                .put("sent", delays.sent())
                .put("delivered", delays.delivered())
                .put("read", delays.read());
        json.set("facts", facts());
        ObjectNode blocked = json.putObject("blocked_names");
        blockedNames.forEach(blocked::put);
        ArrayNode list = json.putArray("templates");
        templates.values().forEach(template -> list.add(template.toJson()));
        return json;
    }

    static Waba fromJson(JsonNode json) {
        Waba waba = new Waba(json.path("id").asText(), json.path("name").asText());
        JsonNode callback = json.path("override_callback_uri");
        waba.subscribe(json.path("subscribed").asBoolean(), callback.isTextual() ? callback.asText() : null);
        waba.limitPairs(json.path("pair_limit").asBoolean(true));
        waba.batchWebhooks(json.path("webhook_batch").asInt(1));
        waba.delay(delaysOf(json.path("delays"), Delays.HUMAN));
        json.path("facts")
                .properties()
                .forEach(fact -> waba.set(fact.getKey(), fact.getValue().asText()));
        json.path("blocked_names")
                .properties()
                .forEach(entry -> waba.block(entry.getKey(), entry.getValue().asLong()));
        for (JsonNode template : json.path("templates")) {
            waba.put(MessageTemplate.fromJson(template));
        }
        return waba;
    }

    static Delays delaysOf(JsonNode json, Delays otherwise) {
        return new Delays(
                json.path("sent").asInt(otherwise.sent()),
                json.path("delivered").asInt(otherwise.delivered()),
                json.path("read").asInt(otherwise.read()));
    }
}
