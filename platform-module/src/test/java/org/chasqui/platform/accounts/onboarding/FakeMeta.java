package org.chasqui.platform.accounts.onboarding;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.platform.graph.DebuggedToken;
import org.chasqui.platform.graph.ExchangedToken;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.SubscribedApps;
import org.chasqui.platform.graph.WabaNode;

/** A Meta that remembers what was done to it, and fails where it is told to. */
final class FakeMeta extends MetaSignup {
    static final String TOKEN = "EAAGm0PX4ZCpsBAtoken";
    static final String APP = "777";

    /** The calls that change something. */
    final List<String> deeds = new ArrayList<>();

    final Map<String, List<NumberNode>> accounts = new HashMap<>(Map.of("1", new ArrayList<>(List.of(fresh("11")))));
    List<String> scopes = List.of(InspectWork.MANAGEMENT, InspectWork.MESSAGING);
    String appOfToken = APP;
    Optional<URI> callback = Optional.empty();
    boolean isMute;

    private final Set<String> usedCodes = new HashSet<>();
    private final Map<String, String> overrides = new HashMap<>();
    private final Set<String> subscribed = new HashSet<>();
    private final Set<String> appData = new HashSet<>();
    private final Map<Step, List<RuntimeException>> failures = new HashMap<>();
    private final Map<Step, RuntimeException> afterwards = new HashMap<>();

    /** Refuses the next call of a step, once for each failure. */
    void failAt(Step step, RuntimeException... next) {
        failures.computeIfAbsent(step, unused -> new ArrayList<>()).addAll(List.of(next));
    }

    /** Does what the next call of a step wants, and breaks off before the answer. */
    void breakOffAfter(Step step, RuntimeException failure) {
        afterwards.put(step, failure);
    }

    static GraphFailed error(int status, int code, Integer subcode) {
        return new GraphFailed(new GraphError(status, code, subcode, "Meta's words EAAG0123456789", null, "AbJx7"));
    }

    static NumberNode fresh(String id) {
        return number(id, "PENDING", "NOT_APPLICABLE", false);
    }

    static NumberNode number(String id, String status, String platform, boolean inApp) {
        return new NumberNode(
                id, "+1 555 " + id, "Shop", "GREEN", "TIER_2K", null, null, status, null, null, inApp, platform);
    }

    void subscribedElsewhere(String waba, String callbackUri) {
        subscribed.add(waba);
        overrides.put(waba, callbackUri);
    }

    private void enter(Step step) {
        var next = failures.getOrDefault(step, List.of());
        if (!next.isEmpty()) {
            throw next.remove(0);
        }
    }

    private void leave(Step step) {
        var broken = afterwards.remove(step);
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    ExchangedToken exchange(String code) {
        enter(Step.EXCHANGE);
        if (!usedCodes.add(code)) {
            throw error(400, 100, 36_009);
        }
        deeds.add("exchange");
        leave(Step.EXCHANGE);
        return new ExchangedToken(TOKEN, "bearer", null);
    }

    @Override
    DebuggedToken inspect(String token) {
        enter(Step.INSPECT);
        var granular = List.of(new DebuggedToken.GranularScope(
                InspectWork.MANAGEMENT, accounts.keySet().stream().sorted().toList()));
        return new DebuggedToken(
                new DebuggedToken.Data(appOfToken, "SYSTEM_USER", !isMute, 0L, null, scopes, granular, null));
    }

    @Override
    WabaNode waba(String wabaId, String token) {
        enter(Step.FIND);
        if (!accounts.containsKey(wabaId)) {
            throw error(400, 100, 33);
        }
        return new WabaNode(wabaId, "Shop", "USD", "1", "ACTIVE", null, null, null);
    }

    @Override
    List<NumberNode> numbers(String wabaId, String token) {
        return List.copyOf(accounts.get(wabaId));
    }

    @Override
    SubscribedApps subscriptions(String wabaId, String token) {
        enter(Step.CALLBACK);
        return new SubscribedApps(
                subscribed.contains(wabaId)
                        ? List.of(new SubscribedApps.Entry(new SubscribedApps.App(APP, "App"), overrides.get(wabaId)))
                        : List.of());
    }

    @Override
    void subscribe(String wabaId, String token, Optional<URI> override) {
        enter(Step.SUBSCRIBE);
        deeds.add("subscribe " + wabaId + override.map(address -> " " + address).orElse(""));
        subscribed.add(wabaId);
        overrides.put(wabaId, override.map(URI::toString).orElse(null));
        leave(Step.SUBSCRIBE);
    }

    @Override
    void register(String phoneNumberId, String token, String pin) {
        enter(Step.REGISTER);
        deeds.add("register " + phoneNumberId + " " + pin);
        accounts.values()
                .forEach(numbers -> numbers.replaceAll(number -> number.id().equals(phoneNumberId)
                        ? number(phoneNumberId, "CONNECTED", "CLOUD_API", false)
                        : number));
        leave(Step.REGISTER);
    }

    @Override
    void requestAppData(String phoneNumberId, String token, String what) {
        enter(Step.SYNC);
        if (!appData.add(phoneNumberId + what)) {
            throw error(400, 100, 2_593_107);
        }
        deeds.add("ask " + phoneNumberId + " " + what);
        leave(Step.SYNC);
    }

    @Override
    Optional<String> appId() {
        return Optional.of(APP);
    }

    @Override
    Optional<URI> callbackOverride() {
        return callback;
    }
}
