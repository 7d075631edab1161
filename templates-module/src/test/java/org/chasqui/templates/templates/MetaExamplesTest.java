package org.chasqui.templates.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.templates.definition.DraftRules;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.templates.lint.Linter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Meta's OpenAPI description of {@code POST /{waba}/message_templates}: what it shows we take, and what we post fits it. */
class MetaExamplesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode META = load();

    /** Members of Meta's pages that the description of v23 does not have. */
    private static final List<String> BEYOND = List.of("parameter_format", "message_send_ttl_seconds");

    @TestFactory
    Stream<DynamicTest> takesWhateverMetaShows() {
        return META.get("examples").properties().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(DraftRules.check(draft(example.getValue())))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> postsWhatMetaDescribes() {
        return META.get("examples").properties().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    var draft = draft(example.getValue());
                    ObjectNode posted = MAPPER.valueToTree(Submission.body(draft, draft.components()));
                    posted.remove(BEYOND);
                    assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                    .getSchema(schema())
                                    .validate(posted))
                            .isEmpty();
                    assertThat(posted.get("components"))
                            .isEqualTo(example.getValue().get("components"));
                }));
    }

    @Test
    void theDescriptionRefusesWhatIsNotInIt() {
        var posted = MAPPER.createObjectNode().put("colour", "red").put("name", 5);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema())
                        .validate(posted))
                .hasSize(2);
    }

    @Test
    void seesThroughAnExampleThatIsAdvertisingAtHeart() {
        var offer = META.at("/examples")
                .get("Create template w/ text header, text body, text footer, and 2 quick reply buttons");
        var asUtility = ((ObjectNode) offer.deepCopy()).put("category", "UTILITY");
        assertThat(Linter.check(draft(asUtility), List.of()).findings())
                .anyMatch(finding -> finding.rule().equals("category.promotion-in-utility"));
    }

    private static JsonNode schema() {
        var schema = (ObjectNode) META.get("schema").deepCopy();
        return schema.put("additionalProperties", false);
    }

    private static TemplateDraft draft(JsonNode example) {
        return new TemplateDraft(
                // Placeholders are no names.
                example.get("name").asText().startsWith("<")
                        ? "a_name"
                        : example.get("name").asText(),
                example.get("category").asText(),
                example.get("language").asText(),
                null,
                example.get("components"),
                null);
    }

    private static JsonNode load() {
        try (var in = MetaExamplesTest.class.getResourceAsStream("/meta-openapi/message_templates_v23.0.json")) {
            return MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
