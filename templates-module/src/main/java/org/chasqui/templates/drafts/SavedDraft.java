package org.chasqui.templates.drafts;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.templates.definition.TemplateDraft;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was kept. It may be as unfinished as it likes: nothing of it is checked before it is handed in.
 *
 * @param workspaceId owner
 * @param accountId our id of the WABA that shall have it; null while that is open
 * @param templateId our id of the template that it changes; null for a new template
 * @param savedBy who saved it last
 */
public record SavedDraft(
        UUID id,
        UUID workspaceId,
        @Nullable UUID accountId,
        @Nullable UUID templateId,
        TemplateDraft draft,
        Instant createdAt,
        Instant savedAt,
        String savedBy) {}
