package org.chasqui.templates.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * A template that somebody wants to have, in Meta's words.
 *
 * @param parameterFormat NAMED or POSITIONAL; null to tell by the variables
 * @param components Meta's array of components
 * @param ttlSeconds how long Meta tries to deliver a message of it, in seconds, −1 for 30 days; null for Meta's default
 */
public record TemplateDraft(
        String name,
        String category,
        String language,
        @Nullable String parameterFormat,
        JsonNode components,
        @Nullable Long ttlSeconds) {
    /** Its parts. */
    public Shape shape() {
        return Shape.of(components);
    }

    /** A component by its type, or a missing node. */
    public JsonNode component(String type) {
        return components.isArray() ? Shape.component(components, type) : MissingNode.getInstance();
    }

    /** Whether its category is the one given. */
    public boolean is(Category wanted) {
        return Category.of(category).filter(wanted::equals).isPresent();
    }
}
