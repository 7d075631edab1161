package org.chasqui.templates.templates.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.templates.TemplateView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /templates}, {@code POST /templates/lint} and {@code POST /templates/{id}}. */
@Schema(name = "TemplateDraft", description = "A template as you want it, in Meta's words.")
public record TemplateRequest(
        @Schema(
                description = "Name: lower-case letters, digits, underscores. Cannot be changed later.",
                example = "order_ready")
        @Nullable
        String name,

        @Schema(
                description = "The price depends on it; Meta may choose another.",
                enumeration = {"MARKETING", "UTILITY", "AUTHENTICATION"},
                example = "UTILITY")
        @Nullable
        String category,

        @Schema(description = "Meta's language code. Cannot be changed later.", example = "en_US") @Nullable
        String language,

        @Schema(
                description =
                        "Meta's components. In `example.header_handle` the id of an uploaded file may stand: it is"
                                + " brought to Meta.",
                type = SchemaType.ARRAY,
                implementation = Object.class,
                example = "[{\"type\":\"BODY\",\"text\":\"Hi {{1}}, your order {{2}} is ready for pick-up.\","
                        + "\"example\":{\"body_text\":[[\"Ana\",\"17\"]]}}]")
        @Nullable
        JsonNode components,

        @Schema(
                description = "NAMED or POSITIONAL; found out from the variables without it.",
                enumeration = {"NAMED", "POSITIONAL"},
                example = "POSITIONAL")
        @Nullable
        String parameterFormat,

        @Schema(
                description = "Seconds for which Meta tries to deliver a message of it; -1 for 30 days. Meta's default"
                        + " without it.",
                example = "600")
        @Nullable
        Long messageSendTtlSeconds,

        @Schema(
                description =
                        "A number of the account that shall have it, by our id or Meta's. Needed when the workspace"
                                + " has several accounts.",
                example = "106540352242922")
        @Nullable
        String phoneNumberId) {
    /**
     * The body of a request.
     *
     * @throws RequestFailed MALFORMED_BODY when there is none
     */
    public static TemplateRequest required(@Nullable TemplateRequest body) {
        if (body == null) {
            throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body is missing: a JSON object is expected.");
        }
        return body;
    }

    /** The template that is wanted. */
    public TemplateDraft draft() {
        return new TemplateDraft(
                name == null ? "" : name,
                category == null ? "" : category,
                language == null ? "" : language,
                parameterFormat,
                components == null ? MissingNode.getInstance() : components,
                messageSendTtlSeconds);
    }

    /** A template as it shall be after a change: what is left out stays. */
    TemplateDraft over(TemplateView template) {
        return new TemplateDraft(
                template.name(),
                category == null ? template.category() : category,
                template.language(),
                template.parameterFormat(),
                components == null ? template.tree() : components,
                messageSendTtlSeconds);
    }
}
