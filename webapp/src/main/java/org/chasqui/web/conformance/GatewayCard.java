package org.chasqui.web.conformance;

import java.util.List;
import org.chasqui.api.conformance.Conformance;
import org.chasqui.api.conformance.TestRuns;

/** The promises of one gateway. */
public final class GatewayCard {
    private final String id;
    private final String title;
    private final List<PromiseRow> rows;

    GatewayCard(String id, Conformance.Gateway gateway, TestRuns runs) {
        this.id = id;
        this.title = gateway.title();
        this.rows = gateway.promises().stream()
                .map(promise ->
                        new PromiseRow(promise, runs.last(promise.tests()).orElse(null)))
                .toList();
    }

    /** For the page. */
    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public List<PromiseRow> getRows() {
        return rows;
    }
}
