package org.chasqui.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;

/**
 * Whether the promise was kept.
 *
 * @param lost messages that the product had accepted, that Meta never got, and of which the product does not say so
 * @param waiting messages that the product says it still has to send: a step that ends so has not caught up
 * @param duplicated messages that Meta got more often than it is recorded
 * @param repeated messages that Meta got more than once, and of which each repetition is recorded
 * @param rollupDifference by how much the counts differ from the rows
 * @param uncertain messages of which the product says that nobody knows
 * @param failed messages of which the product says that they were not sent
 */
record Truth(
        long lost, long waiting, long duplicated, long repeated, long rollupDifference, long uncertain, long failed) {

    /** Compares what the customer was told with what Meta got. */
    static Truth of(Collection<String> acknowledged, Sandbox sandbox, Sandbox.Account account, Database database) {
        // Asked before Meta is: what leaves the queue meanwhile is there.
        var waiting = database.stillToSend();
        var posts = sandbox.posts(account);
        var uncertain = database.uncertain();
        var ended = database.ended();
        var resent = database.resent();
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(posts.keySet());
        lost.removeAll(uncertain);
        lost.removeAll(ended);
        waiting.removeAll(posts.keySet());
        waiting.retainAll(lost);
        lost.removeAll(waiting);
        var several =
                posts.entrySet().stream().filter(entry -> entry.getValue() > 1).toList();
        long duplicated = several.stream()
                .filter(entry -> entry.getValue() > 1 + resent.getOrDefault(entry.getKey(), 0))
                .count();
        uncertain.retainAll(new HashSet<>(acknowledged));
        ended.retainAll(new HashSet<>(acknowledged));
        return new Truth(
                lost.size(),
                waiting.size(),
                duplicated,
                several.size() - duplicated,
                database.rollupDifference(),
                uncertain.size(),
                ended.size());
    }

    boolean holds() {
        return lost == 0 && duplicated == 0 && rollupDifference == 0;
    }

    String text() {
        return "lost=" + lost + " dup=" + duplicated + " rollup_diff=" + rollupDifference
                + (waiting > 0 ? " waiting=" + waiting : "")
                + (repeated > 0 ? " repeated=" + repeated : "")
                + (uncertain > 0 ? " uncertain=" + uncertain : "") + (failed > 0 ? " failed=" + failed : "");
    }

    ObjectNode json() {
        return Json.object()
                .put("lost", lost)
                .put("waiting", waiting)
                .put("duplicated", duplicated)
                .put("repeated", repeated)
                .put("rollup_diff", rollupDifference)
                .put("uncertain", uncertain)
                .put("failed", failed);
    }
}
