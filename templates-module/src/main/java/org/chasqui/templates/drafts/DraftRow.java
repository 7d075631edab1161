package org.chasqui.templates.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.database.NullableUuid;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.TemplateDraft;
import org.jspecify.annotations.Nullable;

/** A kept draft. */
@Entity
@Table(name = "tpl_draft")
class DraftRow {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "workspace_id")
    UUID workspaceId;

    @Column(name = "account_id")
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID accountId;

    @Column(name = "template_id")
    @Convert(converter = NullableUuid.class)
    @Nullable
    UUID templateId;

    @Column(name = "name")
    String name;

    @Column(name = "category")
    String category;

    @Column(name = "language")
    String language;

    @Column(name = "parameter_format")
    @Nullable
    String parameterFormat;

    @Column(name = "components")
    String components;

    @Column(name = "ttl_seconds")
    @Nullable
    Long ttlSeconds;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;

    /** For JPA. */
    protected DraftRow() {}

    DraftRow(UUID id, UUID workspaceId, @Nullable UUID templateId, Instant now) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.templateId = templateId;
        this.createdAt = now;
    }

    final void write(TemplateDraft draft, @Nullable UUID account, String by, Instant now) {
        accountId = account;
        name = draft.name();
        category = draft.category();
        language = draft.language();
        parameterFormat = draft.parameterFormat();
        components = draft.components().isArray() ? draft.components().toString() : "[]";
        ttlSeconds = draft.ttlSeconds();
        savedAt = now;
        savedBy = by;
    }

    SavedDraft view() {
        var draft = new TemplateDraft(name, category, language, parameterFormat, tree(), ttlSeconds);
        return new SavedDraft(id, workspaceId, accountId, templateId, draft, createdAt, savedAt, savedBy);
    }

    private JsonNode tree() {
        try {
            return Json.mapper().readTree(components);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("components that are no JSON", impossible);
        }
    }
}
