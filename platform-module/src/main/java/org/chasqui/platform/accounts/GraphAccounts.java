package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.graph.GraphManagement;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;

/** Asks Graph about accounts and numbers. */
@ApplicationScoped
public class GraphAccounts {
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 20;

    @Inject
    GraphClient graph;

    @Inject
    GraphConfig config;

    /** A WABA. */
    public WabaNode waba(String wabaId, String token) {
        var bearer = GraphManagement.bearer(token);
        return graph.call(api -> api.waba(bearer, wabaId, GraphManagement.WABA_FIELDS));
    }

    /** The numbers of a WABA, of which Graph lists a hundred at a time. */
    public List<NumberNode> numbers(String wabaId, String token) {
        var bearer = GraphManagement.bearer(token);
        var all = new ArrayList<NumberNode>();
        String after = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            var cursor = after;
            var nodes = graph.call(api -> api.numbers(bearer, wabaId, GraphManagement.NUMBER_FIELDS, PAGE, cursor));
            if (nodes.data() != null) {
                all.addAll(nodes.data());
            }
            after = nodes.next();
            if (after == null) {
                break;
            }
        }
        return all;
    }

    /**
     * Has the webhooks of a WABA sent to us.
     *
     * @param callback where to, instead of the address that the app has at Meta; empty clears one that was set before
     */
    public void subscribe(String wabaId, String token, Optional<URI> callback) {
        var parameters = callback.map(address ->
                        Map.of("override_callback_uri", address.toString(), "verify_token", config.verifyToken()))
                .orElse(Map.of());
        graph.call(api -> api.subscribe(GraphManagement.bearer(token), wabaId, parameters));
    }
}
