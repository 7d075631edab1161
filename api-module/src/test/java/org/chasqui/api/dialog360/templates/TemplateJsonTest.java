package org.chasqui.api.dialog360.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.chasqui.api.dialog360.Told;
import org.chasqui.templates.templates.TemplateView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateJsonTest {
    private static final String COMPONENTS = "[{\"type\":\"BODY\",\"text\":\"Hello\"}]";

    @Test
    void theOldHostWritesItsStatusInLowerCaseBesideTheNamespace() {
        assertThat(TemplateJson.old(template("APPROVED", null), "ns"))
                .isEqualTo(Told.tree(
                        "{\"name\":\"hello\",\"namespace\":\"ns\",\"language\":\"en_US\",\"category\":\"UTILITY\","
                                + "\"status\":\"approved\",\"rejected_reason\":\"none\",\"id\":\"42\",\"components\":"
                                + COMPONENTS
                                + "}"));
    }

    @Test
    void graphWritesItAsItIs() {
        var told = TemplateJson.graph(template("REJECTED", "INVALID_FORMAT"));

        assertThat(told.path("status").asText()).isEqualTo("REJECTED");
        assertThat(told.path("rejected_reason").asText()).isEqualTo("INVALID_FORMAT");
        assertThat(told.path("components")).isEqualTo(Told.tree(COMPONENTS));
        assertThat(told.at("/quality_score/score").asText()).isEqualTo("GREEN");
        assertThat(told.has("namespace")).isFalse();
    }

    private static TemplateView template(String status, @Nullable String reason) {
        return new TemplateView(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                "42",
                "hello",
                "en_US",
                "POSITIONAL",
                status,
                Told.AT,
                null,
                "UTILITY",
                null,
                null,
                null,
                null,
                "GREEN",
                reason,
                null,
                COMPONENTS,
                null,
                Told.AT,
                Told.AT,
                null);
    }
}
