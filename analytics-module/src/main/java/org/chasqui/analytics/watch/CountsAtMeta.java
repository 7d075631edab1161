package org.chasqui.analytics.watch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.GraphClient;
import org.chasqui.platform.graph.GraphManagement;

/**
 * What Meta has counted: {@code GET /{waba}?fields=analytics.start(…).end(…)…} (Meta, messaging analytics). Asked for by
 * half hours, because Meta's days are those of the account's own time zone.
 */
@ApplicationScoped
class CountsAtMeta {
    @Inject
    GraphClient graph;

    @Inject
    PhoneNumbers numbers;

    /**
     * Asks Meta.
     *
     * @return empty when Meta does not say
     * @throws org.chasqui.platform.graph.GraphFailed when Meta refuses
     * @throws org.chasqui.platform.failure.RequestFailed when Meta cannot be reached, or the number has no token
     */
    Optional<DayCounts> of(SenderNumber number, Instant from, Instant to) {
        var bearer = GraphManagement.bearer(numbers.accessToken(number));
        var fields = fields(number.displayPhoneNumber().replaceAll("\\D", ""), from, to);
        return read(graph.call(api -> api.node(bearer, number.wabaId(), fields)), from, to);
    }

    static String fields(String digits, Instant from, Instant to) {
        return "analytics.start(" + from.getEpochSecond() + ").end(" + to.getEpochSecond()
                + ").granularity(HALF_HOUR).phone_numbers([\"" + digits + "\"])";
    }

    static Optional<DayCounts> read(JsonNode waba, Instant from, Instant to) {
        var points = waba.at("/analytics/data_points");
        if (!points.isArray()) {
            return Optional.empty();
        }
        long sent = 0;
        long delivered = 0;
        for (var point : points) {
            long start = point.path("start").asLong();
            if (start >= from.getEpochSecond() && start < to.getEpochSecond()) {
                sent += point.path("sent").asLong();
                delivered += point.path("delivered").asLong();
            }
        }
        return Optional.of(new DayCounts(sent, delivered));
    }
}
