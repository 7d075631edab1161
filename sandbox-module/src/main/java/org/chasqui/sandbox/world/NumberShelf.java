package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What Meta keeps with a number beside its state: fields that were set by hand, message links, and blocked people. */
public final class NumberShelf {

    private static final String CODE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CODE_LENGTH = 14;

    private final ObjectNode facts = Json.object();
    private final Map<String, String> links = new ConcurrentSkipListMap<>();
    private final Map<String, Long> blocked = new ConcurrentSkipListMap<>();
    private final Set<String> appDataAsked = new ConcurrentSkipListSet<>();
    private volatile ObjectNode components = Json.object();
    private volatile long onboardedAt;

    NumberShelf() {}

    /** Fields of the node that differ from those of a healthy number, by Graph's names. */
    public synchronized ObjectNode facts() {
        return facts.deepCopy();
    }

    synchronized void set(String field, JsonNode value) {
        facts.set(field, value);
    }

    /** The text of each message link by its code. */
    public Map<String, String> links() {
        return Map.copyOf(links);
    }

    /** The text of a link, or null when there is none. */
    public @Nullable String link(String code) {
        return links.get(code);
    }

    String addLink(String text) {
        StringBuilder code = new StringBuilder();
        ThreadLocalRandom.current()
                .ints(CODE_LENGTH, 0, CODE_LETTERS.length())
                .forEach(letter -> code.append(CODE_LETTERS.charAt(letter)));
        links.put(code.toString(), text);
        return code.toString();
    }

    void changeLink(String code, String text) {
        links.replace(code, text);
    }

    void removeLink(String code) {
        links.remove(code);
    }

    /** Who is blocked, by number. */
    public List<String> blocked() {
        return new ArrayList<>(blocked.keySet());
    }

    public boolean isBlocked(String person) {
        return blocked.containsKey(person);
    }

    void block(String person, long now) {
        blocked.put(person, now);
    }

    boolean unblock(String person) {
        return blocked.remove(person) != null;
    }

    /** Ice breakers and commands, as they were posted. */
    public ObjectNode components() {
        return components;
    }

    void show(ObjectNode newComponents) {
        components = newComponents;
    }

    /** When the number came in by Embedded Signup, in milliseconds; 0 for one that was always there. */
    long onboardedAt() {
        return onboardedAt;
    }

    void onboarded(long at) {
        onboardedAt = at;
    }

    /** Notes that this kind of what the app knows is asked for; false when it was before. */
    boolean askAppData(String kind) {
        return appDataAsked.add(kind);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("facts", facts());
        links.forEach(json.putObject("links")::put);
        blocked.forEach(json.putObject("blocked")::put);
        json.set("components", components);
        json.put("onboarded_at", onboardedAt);
        appDataAsked.forEach(json.putArray("app_data_asked")::add);
        return json;
    }

    static NumberShelf fromJson(JsonNode json) {
        NumberShelf shelf = new NumberShelf();
        json.path("facts").properties().forEach(fact -> shelf.facts.set(fact.getKey(), fact.getValue()));
        json.path("links")
                .properties()
                .forEach(link -> shelf.links.put(link.getKey(), link.getValue().asText()));
        json.path("blocked")
                .properties()
                .forEach(one -> shelf.blocked.put(one.getKey(), one.getValue().asLong()));
        json.path("app_data_asked").forEach(kind -> shelf.appDataAsked.add(kind.asText()));
        shelf.onboardedAt = json.path("onboarded_at").asLong();
        if (json.path("components") instanceof ObjectNode shown) {
            shelf.components = shown;
        }
        return shelf;
    }
}
