package org.chasqui.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What must be true at the end of a run, and whether it is. */
final class Promises {
    private final List<Promise> all = new ArrayList<>();

    private record Promise(String what, boolean isKept, String figure) {}

    /** Notes one. */
    Promises add(String what, boolean isKept, Object figure) {
        all.add(new Promise(what, isKept, String.valueOf(figure)));
        return this;
    }

    /** Notes one that is kept when a figure is nothing. */
    Promises none(String what, long figure) {
        return add(what, figure == 0, figure);
    }

    boolean areKept() {
        return all.stream().allMatch(Promise::isKept);
    }

    String text() {
        var table = new Table();
        all.forEach(one -> table.line(one.what(), List.of(one.isKept() ? "kept" : "BROKEN", one.figure())));
        return table.text();
    }

    void write(ObjectNode json) {
        var list = json.putArray("promises");
        all.forEach(one -> list.addObject()
                .put("what", one.what())
                .put("kept", one.isKept())
                .put("figure", one.figure()));
    }
}
