package org.chasqui.templates.templates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the templates of an account are.
 *
 * @param checkedAt when they were last compared with Meta; null when never
 * @param failedAt when that last failed, if it has failed since; null otherwise
 * @param error why; null otherwise
 */
public record LastCheck(
        UUID accountId,
        @Nullable Instant checkedAt,
        @Nullable Instant failedAt,
        @Nullable String error) {}
