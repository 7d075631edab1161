package org.chasqui.platform.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.graph.GraphClient;
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
}
