package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.chasqui.sandbox.meta.AccessToken;
import org.jspecify.annotations.Nullable;

/** Accounts, numbers and tokens; rarely changed, kept whole in one file that only its owner may read. */
public final class Catalog {

    private final Path file;
    private final Map<String, Waba> wabas = new ConcurrentSkipListMap<>();
    private final Map<String, BusinessNumber> numbers = new ConcurrentSkipListMap<>();
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final Map<Long, Notice> notices = new ConcurrentSkipListMap<>();
    private final People people = new People();

    Catalog(Path file) {
        this.file = file;
    }

    /** The account with this id, or null. */
    public @Nullable Waba waba(String id) {
        return wabas.get(id);
    }

    /** The number with this id, or null. */
    public @Nullable BusinessNumber number(String id) {
        return numbers.get(id);
    }

    /** What a token may do, or null when it is none of ours. */
    public @Nullable AccessToken token(@Nullable String value) {
        return value == null ? null : tokens.get(value);
    }

    /** All accounts by id. */
    public Collection<Waba> wabas() {
        return wabas.values();
    }

    /** All numbers by id. */
    public Collection<BusinessNumber> numbers() {
        return numbers.values();
    }

    /** The numbers of an account by id. */
    public Collection<BusinessNumber> numbersOf(Waba waba) {
        return numbers.values().stream().filter(number -> number.waba() == waba).toList();
    }

    People people() {
        return people;
    }

    void add(Waba waba) {
        wabas.put(waba.id(), waba);
    }

    void add(BusinessNumber number) {
        numbers.put(number.id(), number);
    }

    void add(AccessToken token) {
        tokens.put(token.value(), token);
    }

    /** News that no callback has taken yet, the oldest first. */
    Collection<Notice> notices() {
        return notices.values();
    }

    /** The sequence number of the last of them, 0 when there is none. */
    long lastNotice() {
        return notices.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    void add(Notice notice) {
        notices.put(notice.seq(), notice);
    }

    boolean remove(Notice notice) {
        return notices.remove(notice.seq()) != null;
    }

    void remove(Waba waba) {
        wabas.remove(waba.id());
        numbers.values().removeIf(number -> number.waba() == waba);
    }

    /** Reads the file; false when there is none yet. */
    boolean load() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        JsonNode json = Json.read(Files.readAllBytes(file));
        if (json == null) {
            throw new IOException(file + " is not JSON; delete it to start with a fresh sandbox");
        }
        json.path("wabas").forEach(node -> add(Waba.fromJson(node)));
        for (JsonNode node : json.path("numbers")) {
            Waba waba = wabas.get(node.path("waba").asText());
            if (waba != null) {
                add(BusinessNumber.fromJson(node, waba));
            }
        }
        json.path("tokens").forEach(node -> add(tokenOf(node)));
        json.path("notices").forEach(node -> add(Notice.fromJson(node)));
        json.path("people")
                .properties()
                .forEach(entry -> people.call(entry.getKey(), entry.getValue().asText()));
        return true;
    }

    /**
     * Writes the file anew.
     *
     * @throws IOException when the folder is not writable
     */
    synchronized void save() throws IOException {
        ObjectNode json = Json.object();
        ArrayNode wabaList = json.putArray("wabas");
        wabas.values().forEach(waba -> wabaList.add(waba.toJson()));
        ArrayNode numberList = json.putArray("numbers");
        numbers.values().forEach(number -> numberList.add(number.toJson()));
        ArrayNode tokenList = json.putArray("tokens");
        tokens.values().forEach(token -> tokenList.add(toJson(token)));
        ArrayNode noticeList = json.putArray("notices");
        notices.values().forEach(notice -> noticeList.add(notice.toJson()));
        ObjectNode names = json.putObject("people");
        people.given().forEach(names::put);
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        Files.write(PrivateFiles.create(fresh), Json.bytes(json));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode toJson(AccessToken token) {
        ObjectNode json = Json.object().put("value", token.value());
        json.put("issued_at", token.issuedAt()).put("expires_at", token.expiresAt());
        ArrayNode scopes = json.putArray("scopes");
        token.scopes().forEach(scopes::add);
        ArrayNode accounts = json.putArray("wabas");
        token.wabas().forEach(accounts::add);
        return json;
    }

    private static AccessToken tokenOf(JsonNode json) {
        return new AccessToken(
                json.path("value").asText(),
                texts(json.path("scopes")),
                texts(json.path("wabas")),
                json.path("issued_at").asLong(),
                json.path("expires_at").asLong());
    }

    static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
