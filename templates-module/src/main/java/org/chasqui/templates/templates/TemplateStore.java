package org.chasqui.templates.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.migrations.DatabaseReady;

/** Templates in the database, and the questions about them. */
@ApplicationScoped
class TemplateStore {
    private static final String BY_NAME = "select t from Template t where t.accountId = :account and t.name = :name"
            + " and t.language = :language order by t.createdAt desc";
    private static final String BY_META_ID =
            "select t from Template t where t.workspaceId = :workspace and t.metaId = :metaId order by t.createdAt desc";
    private static final String OF_ACCOUNT = "select t from Template t where t.accountId = :account"
            + " and t.deletedAt is null order by t.name, t.language";
    private static final String OF_WORKSPACE =
            "select t from Template t where t.workspaceId = :workspace order by t.name, t.language, t.createdAt";
    private static final String STOPPED =
            "select t from Template t where t.statusAt > :since and t.status <> 'APPROVED' order by t.id";
    private static final String HISTORY =
            "select h from HistoryRow h where h.templateId = :template order by h.at desc, h.id desc";
    private static final String EDITS =
            "select h.at from HistoryRow h where h.templateId = :template and h.kind = :kind and h.at > :since";

    private static final String ALONE =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 4713))) as locked";

    @PersistenceContext(unitName = "chasqui-templates")
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Has the bean made at the start: made on a background thread it would find no entity manager. */
    void start(@Observes DatabaseReady ready) {}

    /** The template that there is, or the last one of this name that there was. */
    @Transactional
    public Optional<TemplateView> find(UUID accountId, String name, String language) {
        var found = entities.createQuery(BY_NAME, Template.class)
                .setParameter("account", accountId)
                .setParameter("name", name)
                .setParameter("language", language)
                .getResultList();
        return found.stream()
                .filter(template -> template.deletedAt == null)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(Template::view);
    }

    @Transactional
    public Optional<TemplateView> byId(UUID workspaceId, UUID id) {
        return Optional.ofNullable(entities.find(Template.class, id))
                .filter(template -> template.workspaceId.equals(workspaceId))
                .map(Template::view);
    }

    @Transactional
    public Optional<TemplateView> byMetaId(UUID workspaceId, String metaId) {
        return entity(workspaceId, metaId).map(Template::view);
    }

    @Transactional
    public List<TemplateView> list(UUID workspaceId) {
        return views(entities.createQuery(OF_WORKSPACE, Template.class)
                .setParameter("workspace", workspaceId)
                .getResultList());
    }

    /** Templates whose status has changed lately and which may not be sent; they stay so until the transaction ends. */
    @Transactional
    public List<TemplateView> stoppedSince(Instant since) {
        return views(entities.createQuery(STOPPED, Template.class)
                .setParameter("since", since)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    @Transactional
    public List<HistoryEntry> history(UUID templateId) {
        return entities.createQuery(HISTORY, HistoryRow.class)
                .setParameter("template", templateId)
                .getResultStream()
                .map(HistoryRow::entry)
                .toList();
    }

    /** When a template was edited lately. */
    @Transactional
    public List<Instant> edits(UUID templateId, Duration within) {
        return entities.createQuery(EDITS, Instant.class)
                .setParameter("template", templateId)
                .setParameter("kind", Change.Kind.EDITED)
                .setParameter("since", clock.instant().minus(within))
                .getResultList();
    }

    /** How fresh the templates of some accounts are. */
    @Transactional
    public List<LastCheck> checks(Collection<UUID> accountIds) {
        return accountIds.stream()
                .map(id -> Optional.ofNullable(entities.find(CheckRow.class, id))
                        .map(row -> new LastCheck(id, row.checkedAt, row.failedAt, row.error))
                        .orElseGet(() -> new LastCheck(id, null, null, null)))
                .toList();
    }

    /** The accounts for which a webhook told of something to read. */
    @Transactional
    public List<UUID> wanted() {
        return entities.createQuery("select c.accountId from CheckRow c where c.wanted = true", UUID.class)
                .getResultList();
    }

    /** Notes that something has to be read from Meta soon. */
    @Transactional
    public void want(UUID accountId, UUID workspaceId) {
        check(accountId, workspaceId).wanted = true;
    }

    /** Notes that the comparison begins: what has to be read from now on has to be read by the next one. */
    @Transactional
    public void begun(SenderNumber number) {
        check(number.accountId(), number.workspaceId()).wanted = false;
    }

    /** Notes that the comparison with Meta failed. */
    @Transactional
    public void failed(SenderNumber number, String error) {
        var row = check(number.accountId(), number.workspaceId());
        row.failedAt = clock.instant();
        row.error = error;
    }

    void checked(SenderNumber number) {
        var row = check(number.accountId(), number.workspaceId());
        row.checkedAt = clock.instant();
        row.failedAt = null;
        row.error = null;
    }

    /**
     * Has the templates of an account for this transaction alone. News, comparisons and people change them on any node, and each
     * decides by what it has read: without this, one approval would be told twice, or an old status written over a new one.
     */
    void alone(UUID accountId) {
        entities.createNativeQuery(ALONE).setParameter(1, accountId.toString()).getSingleResult();
    }

    List<Template> ofAccount(UUID accountId) {
        return entities.createQuery(OF_ACCOUNT, Template.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    Optional<Template> entity(UUID workspaceId, String metaId) {
        return entities.createQuery(BY_META_ID, Template.class)
                .setParameter("workspace", workspaceId)
                .setParameter("metaId", metaId)
                .getResultStream()
                .findFirst();
    }

    /** A template, for this transaction {@linkplain #alone}. */
    Optional<Template> own(UUID id) {
        var template = Optional.ofNullable(entities.find(Template.class, id));
        template.ifPresent(found -> {
            alone(found.accountId);
            entities.refresh(found);
        });
        return template;
    }

    void add(Template template) {
        entities.persist(template);
    }

    void note(Template template, Change change, Source source) {
        entities.persist(new HistoryRow(ids.next(), template.id, clock.instant(), change, source));
    }

    void flush() {
        entities.flush();
    }

    private CheckRow check(UUID accountId, UUID workspaceId) {
        alone(accountId);
        var row = entities.find(CheckRow.class, accountId);
        if (row == null) {
            row = new CheckRow(accountId, workspaceId);
            entities.persist(row);
        }
        return row;
    }

    private static List<TemplateView> views(List<Template> templates) {
        return templates.stream().map(Template::view).toList();
    }
}
