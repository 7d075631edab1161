package org.chasqui.templates.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.templates.definition.TemplateDraft;
import org.jspecify.annotations.Nullable;

/** Kept drafts in the database. */
@ApplicationScoped
class DraftStore {
    private static final long MOST = 1_000;
    private static final String OF_WORKSPACE =
            "select d from DraftRow d where d.workspaceId = :workspace order by d.savedAt desc, d.id";
    private static final String COUNT = "select count(d) from DraftRow d where d.workspaceId = :workspace";

    @PersistenceContext(unitName = "chasqui-templates")
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Has the bean made at the start: made on a background thread it would find no entity manager. */
    void start(@Observes DatabaseReady ready) {}

    @Transactional
    public List<SavedDraft> list(UUID workspaceId) {
        return entities.createQuery(OF_WORKSPACE, DraftRow.class)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .map(DraftRow::view)
                .toList();
    }

    @Transactional
    public Optional<SavedDraft> find(UUID workspaceId, UUID id) {
        return row(workspaceId, id).map(DraftRow::view);
    }

    @Transactional
    public SavedDraft add(
            UUID workspaceId, @Nullable UUID accountId, @Nullable UUID templateId, TemplateDraft draft, String actor) {
        long there = entities.createQuery(COUNT, Long.class)
                .setParameter("workspace", workspaceId)
                .getSingleResult();
        if (there >= MOST) {
            throw new RequestFailed(
                    FailureCode.CONFLICT, "The workspace has " + MOST + " drafts: hand some in, or delete some.");
        }
        var row = new DraftRow(ids.next(), workspaceId, templateId, clock.instant());
        row.write(draft, accountId, actor, clock.instant());
        entities.persist(row);
        return row.view();
    }

    /** Empty when it is gone. */
    @Transactional
    public Optional<SavedDraft> replace(
            UUID workspaceId, UUID id, @Nullable UUID accountId, TemplateDraft draft, String actor) {
        return row(workspaceId, id).map(row -> {
            row.write(draft, accountId, actor, clock.instant());
            return row.view();
        });
    }

    @Transactional
    public void remove(UUID workspaceId, UUID id) {
        row(workspaceId, id).ifPresent(entities::remove);
    }

    private Optional<DraftRow> row(UUID workspaceId, UUID id) {
        return Optional.ofNullable(entities.find(DraftRow.class, id))
                .filter(row -> row.workspaceId.equals(workspaceId));
    }
}
