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
     */
    public record TemplateNode(
            String id,
            String name,
            String language,
            String status,
            String category,
            @Nullable String rejectedReason,
            @Nullable JsonNode components) {}

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
