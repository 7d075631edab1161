package org.chasqui.platform.accounts.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.platform.accounts.GraphAccounts;
import org.chasqui.platform.graph.DebuggedToken;
import org.chasqui.platform.graph.ExchangedToken;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.SubscribedApps;
import org.chasqui.platform.graph.WabaNode;

/** The calls that an onboarding makes at Meta. */
@ApplicationScoped
class MetaSignup {
    @Inject
    GraphClient graph;

    @Inject
    GraphConfig config;

    @Inject
    GraphAccounts accounts;

    ExchangedToken exchange(String code) {
        var app = appId().orElse("");
        return graph.call(api -> api.exchange(app, config.appSecret(), code));
    }

    /** Asked as the app; without an app id, as in a set-up that only uses system users, the token tells of itself. */
    DebuggedToken inspect(String token) {
        var asking = config.appToken().orElse(token);
        return graph.call(api -> api.debugToken(GraphManagement.bearer(asking), token));
    }

    WabaNode waba(String wabaId, String token) {
        return accounts.waba(wabaId, token);
    }

    List<NumberNode> numbers(String wabaId, String token) {
        return accounts.numbers(wabaId, token);
    }

    SubscribedApps subscriptions(String wabaId, String token) {
        return graph.call(api -> api.subscribedApps(GraphManagement.bearer(token), wabaId));
    }

    /** Subscribes the app; without a callback, one that was set before is cleared. */
    void subscribe(String wabaId, String token, Optional<URI> callback) {
        accounts.subscribe(wabaId, token, callback);
    }

    void register(String phoneNumberId, String token, String pin) {
        var registration = Map.of("messaging_product", "whatsapp", "pin", pin);
        graph.call(api -> api.register(GraphManagement.bearer(token), phoneNumberId, registration));
    }

    /**
     * Asks for what the app of a number in coexistence knows.
     *
     * @param what {@code smb_app_state_sync} or {@code history}
     */
    void requestAppData(String phoneNumberId, String token, String what) {
        var wish = Map.of("messaging_product", "whatsapp", "sync_type", what);
        graph.call(api -> api.requestAppData(GraphManagement.bearer(token), phoneNumberId, wish));
    }

    Optional<String> appId() {
        return config.appId();
    }

    Optional<URI> callbackOverride() {
        return config.callbackOverride();
    }
}
