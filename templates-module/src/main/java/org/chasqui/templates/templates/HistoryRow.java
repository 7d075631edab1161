package org.chasqui.templates.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a template's story; never changed. */
@Entity
@Table(name = "tpl_history")
class HistoryRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "template_id")
    UUID templateId;

    @Column(name = "at")
    Instant at;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    Change.Kind kind;

    @Column(name = "old_value")
    @Nullable
    String before;

    @Column(name = "new_value")
    @Nullable
    String after;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "detail")
    @Nullable
    String detail;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    Source.Way source;

    @Column(name = "actor")
    @Nullable
    String actor;

    /** For JPA. */
    protected HistoryRow() {}

    HistoryRow(UUID id, UUID templateId, Instant at, Change change, Source from) {
        this.id = id;
        this.templateId = templateId;
        this.at = at;
        this.kind = change.kind();
        this.before = change.before();
        this.after = change.after();
        this.reason = change.reason();
        this.detail = change.detail();
        this.source = from.way();
        this.actor = from.actor();
    }

    HistoryEntry entry() {
        return new HistoryEntry(id, at, new Change(kind, before, after, reason, detail), new Source(source, actor));
    }
}
