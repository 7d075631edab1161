package org.chasqui.platform.graph;

import org.jspecify.annotations.Nullable;

/**
 * An error in Graph's envelope.
 *
 * @param httpStatus status of the answer; 0 when the error came in a webhook
 * @param code Meta's {@code error.code}
 * @param subcode Meta's {@code error_subcode}; null when absent
 * @param title Meta's short words, without the leading {@code (#code)}
 * @param details {@code error_data.details}; null when absent
 * @param fbtraceId for Meta's support; null when absent
 */
public record GraphError(
        int httpStatus,
        int code,
        @Nullable Integer subcode,
        String title,
        @Nullable String details,
        @Nullable String fbtraceId) {}
