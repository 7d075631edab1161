package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.PairLimit;
import org.chasqui.sandbox.meta.ThroughputWindow;
import org.jspecify.annotations.Nullable;

/** A business phone number: what Graph shows of it, its limits, and with whom a service window is open. */
public final class BusinessNumber {

    private static final long DAY = 86_400_000L;
    private static final int MANY_PAIRS = 20_000;

    private final String id;
    private final Waba waba;
    private final String digits;
    private final String verifiedName;
    private final ThroughputWindow accepted = new ThroughputWindow();
    private final ThroughputWindow offered = new ThroughputWindow();
    private final Map<String, PairLimit> pairs = new ConcurrentHashMap<>();
    private final Map<String, Long> lastInbound = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> refusals = new ConcurrentHashMap<>();
    private final LongAdder acceptedTotal = new LongAdder();
    private final MonthlyCount serviceMessages = new MonthlyCount();
    private volatile Throughput throughput;
    private volatile String status = "CONNECTED";
    private volatile ObjectNode profile = Json.object();
    private NumberShelf shelf = new NumberShelf();
    private Registration registration = new Registration();

    BusinessNumber(String id, Waba waba, String digits, String verifiedName, Throughput throughput) {
        this.id = id;
        this.waba = waba;
        this.digits = digits;
        this.verifiedName = verifiedName;
        this.throughput = throughput;
    }

    public String id() {
        return id;
    }

    public Waba waba() {
        return waba;
    }

    /** The number in international form, digits only. */
    public String digits() {
        return digits;
    }

    public String verifiedName() {
        return verifiedName;
    }

    public Throughput throughput() {
        return throughput;
    }

    /** Meta's status; only CONNECTED may send. */
    public String status() {
        return status;
    }

    /** Whether it is registered, and what that takes. */
    public Registration registration() {
        return registration;
    }

    /** The business profile without its {@code messaging_product}. */
    public ObjectNode profile() {
        return profile;
    }

    /** Fields set by hand, message links and blocked people. */
    public NumberShelf shelf() {
        return shelf;
    }

    void upgrade(Throughput level) {
        throughput = level;
    }

    void become(String newStatus) {
        status = newStatus;
    }

    void show(ObjectNode newProfile) {
        profile = newProfile;
    }

    /** What refuses a send because of the number's state, or null. */
    @Nullable
    GraphFailure checkState() {
        if (!registration.isRegistered()) {
            return GraphFailure.of(133010);
        }
        if (!waba.isActive()) {
            return GraphFailure.of(131031);
        }
        return switch (status) {
            case "CONNECTED" -> null;
            case "BANNED", "RESTRICTED", "FLAGGED" -> GraphFailure.of(131031);
            case "RATE_LIMITED" -> GraphFailure.of(131048);
            default -> GraphFailure.of(133010, "The phone number is " + status);
        };
    }

    /** The failure of the throughput or the pair limit, or null when the message takes its place in both. */
    @Nullable
    GraphFailure checkRate(String to, long now) {
        offered.add(now);
        if (!accepted.tryAdd(now, throughput.perSecond())) {
            return GraphFailure.of(130429);
        }
        if (waba.isPairLimited()
                && !pairs.computeIfAbsent(to, unused -> new PairLimit()).tryTake(now)) {
            return GraphFailure.of(131056);
        }
        if (pairs.size() > MANY_PAIRS && (acceptedTotal.intValue() & 0xfff) == 0) {
            sweep(now);
        }
        return null;
    }

    /** A message of this user arrived: it counts as throughput and opens the window. */
    void heardFrom(String person, long now) {
        offered.add(now);
        accepted.add(now);
        lastInbound.merge(person, now, Math::max);
    }

    /** The window of a user, restored from the journal. */
    void restoreWindow(String person, long at) {
        lastInbound.merge(person, at, Math::max);
    }

    /** Ends the window of a user at once. */
    void closeWindow(String person) {
        lastInbound.remove(person);
    }

    /** When the window of this user closes, 0 when it is closed (milliseconds). */
    public long windowClosesAt(String person, long now) {
        Long last = lastInbound.get(person);
        return last == null || last + DAY <= now ? 0 : last + DAY;
    }

    void sweep(long now) {
        pairs.values().removeIf(pair -> pair.isPaid(now));
        lastInbound.values().removeIf(at -> at + DAY <= now);
    }

    MonthlyCount serviceMessages() {
        return serviceMessages;
    }

    void countAccepted() {
        acceptedTotal.increment();
    }

    void countRefused(int code) {
        refusals.computeIfAbsent(code, unused -> new LongAdder()).increment();
    }

    /** Forgets limits, windows and counts. */
    void clear() {
        accepted.clear();
        offered.clear();
        pairs.clear();
        lastInbound.clear();
        refusals.clear();
        acceptedTotal.reset();
        serviceMessages.clear();
    }

    /** Counts of this number since the start. */
    public ObjectNode counts() {
        ObjectNode json = Json.object();
        json.put("accepted", acceptedTotal.sum());
        ObjectNode refused = json.putObject("refused");
        refusals.forEach((code, count) -> refused.put(Integer.toString(code), count.sum()));
        json.put("max_accepted_in_1s", accepted.peak()).put("max_offered_in_1s", offered.peak());
        return json;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("id", id).put("waba", waba.id()).put("digits", digits).put("verified_name", verifiedName);
        json.put("throughput", throughput.name()).put("status", status);
        registration.writeTo(json);
        json.set("profile", profile);
        json.set("shelf", shelf.toJson());
        return json;
    }

    static BusinessNumber fromJson(JsonNode json, Waba waba) {
        BusinessNumber number = new BusinessNumber(
                json.path("id").asText(),
                waba,
                json.path("digits").asText(),
                json.path("verified_name").asText(),
                Throughput.valueOf(json.path("throughput").asText("STANDARD")));
        number.status = json.path("status").asText("CONNECTED");
        number.registration = Registration.fromJson(json);
        number.shelf = NumberShelf.fromJson(json.path("shelf"));
        if (json.path("profile") instanceof ObjectNode shown) {
            number.profile = shown;
        }
        return number;
    }
}
