package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of templates as Graph lists them.
 *
 * @param data the templates; null counts as none
 * @param paging where the next page is; null on a lone page
 */
public record TemplateNodes(
        @Nullable List<TemplateNode> data, @Nullable JsonNode paging) {
    /**
     * A template as Graph describes it.
     *
     * @param rejectedReason Meta's word for why, or NONE; null when Meta does not say
     * @param parameterFormat NAMED or POSITIONAL; null when Meta does not say
     * @param previousCategory the category before Meta moved it; null when it was not moved
     * @param correctCategory the category into which Meta will move it; null when it will not
     * @param qualityScore {@code {score, date}}; null when Meta does not say
     * @param messageSendTtlSeconds how long Meta tries to deliver; null for its default
     */
    public record TemplateNode(
            String id,
            String name,
            String language,
            String status,
            String category,
            @Nullable String rejectedReason,
            @Nullable JsonNode components,
            @Nullable String parameterFormat,
            @Nullable String subCategory,
            @Nullable String previousCategory,
            @Nullable String correctCategory,
            @Nullable JsonNode qualityScore,
            @Nullable Long messageSendTtlSeconds) {
        /** GREEN, YELLOW, RED or UNKNOWN. */
        public String quality() {
            var score = qualityScore == null ? "" : qualityScore.path("score").asText("");
            return score.isEmpty() ? "UNKNOWN" : score;
        }
    }

    /** The templates of this page. */
    public List<TemplateNode> templates() {
        return data == null ? List.of() : data;
    }

    /** The cursor of the next page; empty on the last. */
    public Optional<String> next() {
        if (paging == null || !paging.hasNonNull("next")) {
            return Optional.empty();
        }
        var after = paging.at("/cursors/after").asText("");
        return after.isEmpty() ? Optional.empty() : Optional.of(after);
    }
}
