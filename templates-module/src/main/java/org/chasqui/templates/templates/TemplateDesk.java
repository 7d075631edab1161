package org.chasqui.templates.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.templates.templates.Change.Kind;

/** Writes what was learnt about templates, each time in one transaction with all that follows from it. */
@ApplicationScoped
class TemplateDesk {
    /** Graph's list may lag behind a template that was just made. */
    private static final Duration LAG = Duration.ofMinutes(2);

    @Inject
    TemplateStore store;

    @Inject
    Consequences consequences;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * Makes our templates of an account those that Meta has listed.
     *
     * @param readAt when the list was asked for: what a webhook has told since is newer than the list
     * @return how many changes that made
     */
    @Transactional
    public int compare(SenderNumber number, List<TemplateNode> nodes, Instant readAt) {
        store.alone(number.accountId());
        var known = store.ofAccount(number.accountId());
        int changes = 0;
        for (var template : known) {
            boolean isNew = template.requestedCategory != null && template.createdAt.isAfter(readAt.minus(LAG));
            if (nodes.stream().noneMatch(template::isSame) && !isNew && template.changedAt.isBefore(readAt)) {
                changes += settle(
                        template,
                        template.become(Template.DELETED, null, "It is gone at Meta.", null, now()).stream()
                                .toList(),
                        Source.SYNC);
            }
        }
        store.flush();
        for (var node : nodes) {
            var template = known.stream()
                    .filter(one -> one.deletedAt == null && one.isSame(node))
                    .findFirst();
            if (template.isEmpty()) {
                var added = new Template(ids.next(), number.workspaceId(), number.accountId(), node, now());
                store.add(added);
                store.flush();
                changes += settle(added, List.of(found(added)), Source.SYNC);
            } else if (template.get().changedAt.isBefore(readAt)) {
                changes += settle(template.get(), template.get().describe(node, now()), Source.SYNC);
            }
        }
        store.checked(number);
        return changes;
    }

    private static Change found(Template template) {
        return new Change(Kind.STATUS, null, template.status, template.rejectedReason, null);
    }

    /** Takes over what Meta answered to a template that we handed in. */
    @Transactional
    public TemplateView submitted(SenderNumber number, TemplateNode node, String requestedCategory, String actor) {
        store.alone(number.accountId());
        var template = store.ofAccount(number.accountId()).stream()
                .filter(known -> known.isSame(node))
                .findFirst()
                .orElse(null);
        if (template == null) {
            template = new Template(ids.next(), number.workspaceId(), number.accountId(), node, now());
            store.add(template);
        } else {
            template.describe(node, now());
        }
        template.requestedCategory = requestedCategory;
        template.changedAt = now();
        store.flush();
        var changes = new ArrayList<Change>();
        changes.add(new Change(Kind.SUBMITTED, null, node.status(), null, null));
        if (!requestedCategory.equals(node.category())) {
            template.previousCategory = requestedCategory;
            changes.add(new Change(Kind.CATEGORY, requestedCategory, node.category(), null, null));
        }
        consequences.of(template, changes, Source.us(actor));
        return template.view();
    }

    /** Takes over what Graph says of a template after we changed it. */
    @Transactional
    public TemplateView edited(UUID id, TemplateNode node, String actor) {
        var template = store.own(id).orElseThrow();
        var before = template.status;
        var changes = new ArrayList<Change>();
        changes.add(new Change(Kind.EDITED, before, node.status(), null, null));
        template.describe(node, now()).stream()
                .filter(change -> change.kind() != Kind.CONTENT)
                .forEach(changes::add);
        template.changedAt = now();
        consequences.of(template, changes, Source.us(actor));
        return template.view();
    }

    /** We have deleted it at Meta. */
    @Transactional
    public void deleted(UUID id, String actor) {
        var template = store.own(id).orElseThrow();
        settle(
                template,
                template.become(Template.DELETED, null, null, null, now()).stream()
                        .toList(),
                Source.us(actor));
        template.changedAt = now();
    }

    /** Once more what follows from the status of templates that may not be sent: a message may have slipped in. */
    @Transactional
    public void applyAgain(Duration within) {
        store.stoppedSince(clock.instant().minus(within)).forEach(consequences::apply);
    }

    private int settle(Template template, List<Change> changes, Source source) {
        consequences.of(template, changes, source);
        return changes.size();
    }

    private Instant now() {
        return clock.instant();
    }
}
