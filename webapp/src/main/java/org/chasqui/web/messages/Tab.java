package org.chasqui.web.messages;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.web.text.Texts;

/** A tab above the table: a common filter. */
public final class Tab {
    private static final Texts TEXTS = Texts.of("messages");

    private final Kind kind;
    private final MessageQuery query;

    Tab(Kind kind, MessageQuery query) {
        this.kind = kind;
        this.query = query;
    }

    /** The tabs in their order. */
    enum Kind {
        ALL(Map.of()),
        WAITING(Map.of("status", "queued,sending")),
        FAILED(Map.of("status", "failed")),
        UNCERTAIN(Map.of("status", "uncertain")),
        INBOUND(Map.of("direction", "inbound"));

        private final Map<String, String> filter;

        Kind(Map<String, String> filter) {
            this.filter = filter;
        }
    }

    public String getTitle() {
        return TEXTS.get("tab." + kind);
    }

    /** The query of this tab; number, person and time stay as they are. */
    public String getQuery() {
        return query.cleared("status", "reached", "direction", "type", "before", "page")
                .with(kind.filter);
    }

    public boolean isCurrent() {
        var now = new HashMap<>(query.parameters());
        now.keySet().retainAll(Set.of("status", "reached", "direction", "type"));
        return now.equals(kind.filter);
    }
}
