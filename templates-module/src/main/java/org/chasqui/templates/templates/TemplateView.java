package org.chasqui.templates.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.TemplateDraft;
import org.jspecify.annotations.Nullable;

/**
 * A template as Meta last described it.
 *
 * @param id our id
 * @param workspaceId owner
 * @param accountId our id of its WABA
 * @param metaId Meta's id
 * @param parameterFormat NAMED or POSITIONAL
 * @param status APPROVED, PENDING, REJECTED, PAUSED … in Meta's words
 * @param statusAt since when
 * @param statusUntil until when Meta has said that it stays so; null when it has not
 * @param category MARKETING, UTILITY or AUTHENTICATION: what it costs
 * @param requestedCategory the one that we asked for; null when it was not made here
 * @param previousCategory the one before Meta moved it; null when it did not
 * @param nextCategory where Meta says that it will move it; null when it does not
 * @param nextCategoryAt when; null when it does not
 * @param quality GREEN, YELLOW, RED or UNKNOWN
 * @param rejectedReason Meta's word for why it was rejected; null when it was not
 * @param note what Meta said with the status: a recommendation, a description; null when nothing
 * @param components its parts as Graph gives them, a JSON array
 * @param ttlSeconds how long Meta tries to deliver; null for its default
 * @param checkedAt when Meta last described it
 * @param deletedAt when it was deleted; null while it exists
 */
public record TemplateView(
        UUID id,
        UUID workspaceId,
        UUID accountId,
        String metaId,
        String name,
        String language,
        String parameterFormat,
        String status,
        Instant statusAt,
        @Nullable Instant statusUntil,
        String category,
        @Nullable String requestedCategory,
        @Nullable String previousCategory,
        @Nullable String nextCategory,
        @Nullable Instant nextCategoryAt,
        String quality,
        @Nullable String rejectedReason,
        @Nullable String note,
        String components,
        @Nullable Long ttlSeconds,
        Instant createdAt,
        Instant checkedAt,
        @Nullable Instant deletedAt) {
    /** What its status means for messages. */
    public Effect effect() {
        return Effect.of(status);
    }

    /** Whether Meta has chosen another category than we asked for, or moved it later. */
    public boolean isMovedByMeta() {
        return previousCategory != null || (requestedCategory != null && !requestedCategory.equals(category));
    }

    /** Its components as a tree. */
    public JsonNode tree() {
        try {
            return Json.mapper().readTree(components);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("components that are no JSON", impossible);
        }
    }

    /** Its parts. */
    public Shape shape() {
        return Shape.of(tree());
    }

    /** The draft that would make it again. */
    public TemplateDraft draft() {
        return new TemplateDraft(name, category, language, parameterFormat, tree(), ttlSeconds);
    }
}
