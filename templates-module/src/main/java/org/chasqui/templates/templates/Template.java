package org.chasqui.templates.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.templates.templates.Change.Kind;
import org.jspecify.annotations.Nullable;

/** A template of a WABA, in one language. Each method that takes over what Meta says answers what has changed by it. */
@Entity
@Table(name = "tpl_template")
class Template {
    static final String DELETED = "DELETED";
    private static final String NO_REASON = "NONE";

    /** Graph's list may lag behind the hour at which Meta moves a template. */
    private static final Duration MOVES_WITHIN = Duration.ofDays(1);

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "meta_id")
    String metaId;

    @Column(name = "name")
    String name;

    @Column(name = "language")
    String language;

    @Column(name = "parameter_format")
    String parameterFormat;

    @Column(name = "status")
    String status;

    @Column(name = "status_at")
    Instant statusAt;

    @Column(name = "status_until")
    @Nullable
    Instant statusUntil;

    @Column(name = "category")
    String category;

    @Column(name = "requested_category")
    @Nullable
    String requestedCategory;

    @Column(name = "previous_category")
    @Nullable
    String previousCategory;

    @Column(name = "next_category")
    @Nullable
    String nextCategory;

    @Column(name = "next_category_at")
    @Nullable
    Instant nextCategoryAt;

    @Column(name = "quality")
    String quality;

    @Column(name = "rejected_reason")
    @Nullable
    String rejectedReason;

    @Column(name = "note")
    @Nullable
    String note;

    @Column(name = "components")
    String components;

    @Column(name = "ttl_seconds")
    @Nullable
    Long ttlSeconds;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "synced_at")
    Instant checkedAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    /** For JPA. */
    protected Template() {}

    Template(UUID id, UUID workspaceId, UUID accountId, TemplateNode node, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.accountId = accountId;
        this.metaId = node.id();
        this.name = node.name();
        this.language = node.language();
        this.status = node.status();
        this.statusAt = now;
        this.category = node.category();
        this.quality = node.quality();
        this.components = text(node);
        this.parameterFormat = format(node);
        this.createdAt = now;
        this.changedAt = now;
        this.checkedAt = now;
        describe(node, now);
    }

    /** Takes over what Graph says. */
    final List<Change> describe(TemplateNode node, Instant now) {
        var changes = new ArrayList<Change>();
        checkedAt = now;
        metaId = node.id();
        ttlSeconds = node.messageSendTtlSeconds();
        parameterFormat = format(node);
        moved(node.category(), node.previousCategory(), now).ifPresent(changes::add);
        var correct = node.correctCategory();
        if (correct != null && !correct.equals(category)) {
            announced(correct, null, now).ifPresent(changes::add);
        } else if (nextCategory != null && isPast(nextCategoryAt, now)) {
            // Its day has come and Meta has left it where it is, perhaps after a review: nothing is announced any more.
            nextCategory = null;
            nextCategoryAt = null;
        }
        rated(node.quality()).ifPresent(changes::add);
        become(node.status(), reason(node.rejectedReason()), null, null, now).ifPresent(changes::add);
        if (!Wording.isSame(components, text(node))) {
            changes.add(new Change(Kind.CONTENT, null, null, null, null));
        }
        components = text(node);
        return changes;
    }

    /** Meta's status is another. */
    final Optional<Change> become(
            String next, @Nullable String reason, @Nullable String said, @Nullable Instant until, Instant now) {
        if (status.equals(next)) {
            // The same told again, perhaps with more words.
            rejectedReason = reason == null ? rejectedReason : reason;
            note = said == null ? note : said;
            statusUntil = until == null ? statusUntil : until;
            return Optional.empty();
        }
        var before = status;
        status = next;
        statusAt = now;
        statusUntil = until;
        rejectedReason = reason;
        note = said;
        deletedAt = next.equals(DELETED) ? now : null;
        var kind = next.equals(DELETED) ? Kind.DELETED : Kind.STATUS;
        return Optional.of(new Change(kind, before, next, reason, said));
    }

    /** Meta's category is another. */
    final Optional<Change> moved(String next, @Nullable String previous, Instant now) {
        if (category.equals(next)) {
            previousCategory = previous == null ? previousCategory : previous;
            return Optional.empty();
        }
        previousCategory = previous == null ? category : previous;
        category = next;
        nextCategory = null;
        nextCategoryAt = null;
        return Optional.of(new Change(Kind.CATEGORY, previousCategory, next, null, null));
    }

    /** Meta says that it will move it. */
    final Optional<Change> announced(String next, @Nullable Instant at, Instant now) {
        if (next.equals(nextCategory) || next.equals(category)) {
            nextCategoryAt = at == null ? nextCategoryAt : at;
            return Optional.empty();
        }
        nextCategory = next;
        nextCategoryAt = at;
        return Optional.of(new Change(Kind.CATEGORY_NOTICE, category, next, null, null));
    }

    /** Meta's judgement of its quality is another. */
    final Optional<Change> rated(String next) {
        if (quality.equals(next)) {
            return Optional.empty();
        }
        var before = quality;
        quality = next;
        return Optional.of(new Change(Kind.QUALITY, before, next, null, null));
    }

    private static boolean isPast(@Nullable Instant at, Instant now) {
        return at == null || at.plus(MOVES_WITHIN).isBefore(now);
    }

    boolean isSame(TemplateNode node) {
        return metaId.equals(node.id()) || (name.equals(node.name()) && language.equals(node.language()));
    }

    static @Nullable String reason(@Nullable String word) {
        return word == null || word.isBlank() || word.equals(NO_REASON) ? null : word;
    }

    private static String text(TemplateNode node) {
        var components = node.components();
        return components == null ? "[]" : components.toString();
    }

    private static String format(TemplateNode node) {
        return Objects.requireNonNullElse(node.parameterFormat(), "POSITIONAL");
    }

    TemplateView view() {
        return new TemplateView(
                id,
                workspaceId,
                accountId,
                metaId,
                name,
                language,
                parameterFormat,
                status,
                statusAt,
                statusUntil,
                category,
                requestedCategory,
                previousCategory,
                nextCategory,
                nextCategoryAt,
                quality,
                rejectedReason,
                note,
                components,
                ttlSeconds,
                createdAt,
                checkedAt,
                deletedAt);
    }
}
