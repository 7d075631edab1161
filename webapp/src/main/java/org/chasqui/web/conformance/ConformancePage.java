package org.chasqui.web.conformance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.chasqui.api.conformance.Conformance;
import org.chasqui.web.text.Texts;

/** What each gateway's documentation says, item by item, and the tests that show it. */
@Named
@RequestScoped
public class ConformancePage {
    private static final Texts TEXTS = Texts.of("conformance");

    @Inject
    Conformance conformance;

    /** A gateway's promises. */
    public List<GatewayCard> getGateways() {
        var all = conformance.gateways();
        return IntStream.range(0, all.size())
                .mapToObj(index -> new GatewayCard("gateway" + index, all.get(index)))
                .toList();
    }

    public String getCountText() {
        var promises = conformance.gateways().stream()
                .mapToLong(gateway -> gateway.promises().size())
                .sum();
        var tests = conformance.gateways().stream()
                .flatMap(gateway -> gateway.promises().stream())
                .flatMap(promise -> promise.tests().stream())
                .distinct()
                .count();
        return TEXTS.get("count", promises, tests);
    }
}
