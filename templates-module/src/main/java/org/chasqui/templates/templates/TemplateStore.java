package org.chasqui.templates.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.platform.ids.Ids;

/** Templates in the database. */
@ApplicationScoped
class TemplateStore {
    @PersistenceContext(unitName = "chasqui-templates")
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Transactional
    public Optional<TemplateView> find(UUID accountId, String name, String language) {
        return entities.createNamedQuery("Template.byName", Template.class)
                .setParameter("account", accountId)
                .setParameter("name", name)
                .setParameter("language", language)
                .getResultStream()
                .findFirst()
                .map(Template::view);
    }

    @Transactional
    public List<TemplateView> list(UUID workspaceId) {
        return entities.createNamedQuery("Template.ofWorkspace", Template.class)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .map(Template::view)
                .toList();
    }

    /** Makes the table say what Meta says: new ones, changed ones, and those that are gone. */
    @Transactional
    public void replace(SenderNumber number, List<TemplateNode> nodes) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var known = entities.createNamedQuery("Template.ofAccount", Template.class)
                .setParameter("account", number.accountId())
                .getResultList();
        for (var template : known) {
            if (nodes.stream().noneMatch(template::isSame)) {
                entities.remove(template);
            }
        }
        for (var node : nodes) {
            known.stream()
                    .filter(template -> template.isSame(node))
                    .findFirst()
                    .ifPresentOrElse(
                            template -> template.describe(node, now),
                            () -> entities.persist(new Template(ids.next(), number, node, now)));
        }
    }
}
