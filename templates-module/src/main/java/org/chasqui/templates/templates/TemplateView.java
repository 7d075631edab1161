package org.chasqui.templates.templates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as Meta last described it.
 *
 * @param id our id
 * @param metaId Meta's id
 * @param status APPROVED, PENDING, REJECTED, PAUSED … in Meta's words
 * @param category MARKETING, UTILITY or AUTHENTICATION
 * @param rejectedReason Meta's word for why; null when it was not rejected
 * @param components its parts as Graph gives them, a JSON array
 * @param bodyParameters how many variables the body has
 * @param syncedAt when Meta last described it
 */
public record TemplateView(
        UUID id,
        String metaId,
        String name,
        String language,
        String status,
        String category,
        @Nullable String rejectedReason,
        String components,
        int bodyParameters,
        Instant syncedAt) {}
