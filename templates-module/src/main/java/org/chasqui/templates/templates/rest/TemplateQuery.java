package org.chasqui.templates.templates.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.chasqui.templates.templates.TemplateView;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of {@code GET /templates}. */
public class TemplateQuery {
    @QueryParam("name")
    @Parameter(description = "Only templates whose name contains this.")
    @Nullable
    String name;

    @QueryParam("status")
    @Parameter(
            description = "Only templates with one of these statuses, separated by commas. Deleted ones are left out"
                    + " unless DELETED is asked for.")
    @Nullable
    String status;

    @QueryParam("category")
    @Parameter(description = "Only templates of this category.")
    @Nullable
    String category;

    @QueryParam("language")
    @Parameter(description = "Only templates in this language.")
    @Nullable
    String language;

    @QueryParam("quality")
    @Parameter(description = "Only templates of this quality: GREEN, YELLOW, RED or UNKNOWN.")
    @Nullable
    String quality;

    boolean matches(TemplateView template) {
        return (name == null || template.name().contains(name.toLowerCase(Locale.ROOT)))
                && hasStatus(template)
                && isSame(category, template.category())
                && isSame(language, template.language())
                && isSame(quality, template.quality());
    }

    private boolean hasStatus(TemplateView template) {
        return status == null
                ? template.deletedAt() == null
                : Arrays.stream(status.split(",")).anyMatch(one -> isSame(one.strip(), template.status()));
    }

    private static boolean isSame(@Nullable String asked, String value) {
        return asked == null || asked.equalsIgnoreCase(value);
    }
}
