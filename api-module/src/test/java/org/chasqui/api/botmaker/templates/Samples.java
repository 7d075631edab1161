package org.chasqui.api.botmaker.templates;

import java.time.Instant;
import java.util.UUID;
import org.chasqui.templates.templates.TemplateView;

/** Templates to test with. */
final class Samples {
    private static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    static TemplateView template(String name, String language, String status, String components) {
        return new TemplateView(
                new UUID(4, name.hashCode() + 31L * language.hashCode()),
                new UUID(1, 1),
                new UUID(3, 3),
                "77" + Math.abs((name + language).hashCode()),
                name,
                language,
                "POSITIONAL",
                status,
                MADE,
                null,
                "UTILITY",
                null,
                null,
                null,
                null,
                "UNKNOWN",
                null,
                null,
                components.replace('\'', '"'),
                null,
                MADE,
                MADE,
                null);
    }
}
