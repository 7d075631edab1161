package org.chasqui.templates.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.graph.TemplateNodes.TemplateNode;
import org.jspecify.annotations.Nullable;

/** A template of a WABA, in one language. */
@Entity
@Table(name = "tpl_template")
@NamedQuery(
        name = "Template.ofAccount",
        query = "select t from Template t where t.accountId = :account order by t.name, t.language")
@NamedQuery(
        name = "Template.ofWorkspace",
        query = "select t from Template t where t.workspaceId = :workspace order by t.name, t.language")
@NamedQuery(
        name = "Template.byName",
        query = "select t from Template t where t.accountId = :account and t.name = :name and t.language = :language")
class Template {
    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "meta_id")
    private String metaId;

    @Column(name = "name")
    private String name;

    @Column(name = "language")
    private String language;

    @Column(name = "status")
    private String status;

    @Column(name = "category")
    private String category;

    @Column(name = "rejected_reason")
    private @Nullable String rejectedReason;

    @Column(name = "components")
    private String components;

    @Column(name = "body_parameters")
    private int bodyParameters;

    @Column(name = "synced_at")
    private OffsetDateTime syncedAt;

    /** For JPA. */
    protected Template() {}

    Template(UUID id, SenderNumber number, TemplateNode node, OffsetDateTime now) {
        this.id = id;
        this.accountId = number.accountId();
        this.workspaceId = number.workspaceId();
        this.name = node.name();
        this.language = node.language();
        describe(node, now);
    }

    /** Takes over what Meta says. */
    final void describe(TemplateNode node, OffsetDateTime now) {
        metaId = node.id();
        status = node.status();
        category = node.category();
        rejectedReason = "NONE".equals(node.rejectedReason()) ? null : node.rejectedReason();
        components = node.components() == null ? "[]" : node.components().toString();
        bodyParameters = BodyParameters.count(node.components());
        syncedAt = now;
    }

    boolean isSame(TemplateNode node) {
        return name.equals(node.name()) && language.equals(node.language());
    }

    TemplateView view() {
        return new TemplateView(
                id,
                metaId,
                name,
                language,
                status,
                category,
                rejectedReason,
                components,
                bodyParameters,
                syncedAt.toInstant());
    }
}
