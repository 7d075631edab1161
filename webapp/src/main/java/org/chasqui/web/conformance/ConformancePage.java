package org.chasqui.web.conformance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.chasqui.api.conformance.Conformance;
import org.chasqui.api.conformance.TestRuns;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** What each gateway's documentation says, item by item, and the tests that show it. */
@Named
@RequestScoped
public class ConformancePage {
    private static final Texts TEXTS = Texts.of("conformance");

    @Inject
    Conformance conformance;

    @Inject
    TestRuns runs;

    @Inject
    Formats formats;

    private @Nullable List<GatewayCard> cards;

    /** A gateway's promises. */
    public List<GatewayCard> getGateways() {
        var known = cards;
        if (known == null) {
            var all = conformance.gateways();
            known = IntStream.range(0, all.size())
                    .mapToObj(index -> new GatewayCard("gateway" + index, all.get(index), runs))
                    .toList();
            cards = known;
        }
        return known;
    }

    /** When the tests last ran, as far as the build knows. */
    public String getTestedText() {
        var rows = getGateways().stream()
                .flatMap(card -> card.getRows().stream())
                .filter(row -> row.getTestedAt() != null)
                .toList();
        return rows.stream()
                .max(Comparator.comparing(row -> Objects.requireNonNull(row.getTestedAt())))
                .map(last -> TEXTS.get(
                        last.getCommit().isEmpty() ? "tested" : "tested.commit",
                        rows.size(),
                        formats.when(last.getTestedAt()),
                        last.getCommit()))
                .orElseGet(() -> TEXTS.get("tested.unknown"));
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
