package org.chasqui.messaging.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/**
 * Meta's OpenAPI description of a message as JSON Schema. The file is Meta's, word for word; where it contradicts itself
 * or Meta's own samples, it is put right here, one line for each, and nowhere else.
 */
public final class MetaSchema {
    private static final String FILE = "/meta-openapi/messages_v23.0.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JsonNode document;

    private MetaSchema(JsonNode document) {
        this.document = document;
    }

    /** The description, put right. */
    public static MetaSchema load() {
        try (var in = MetaSchema.class.getResourceAsStream(FILE)) {
            var document = YAML.readTree(in);
            correct((ObjectNode) document.at("/components/schemas"));
            return new MetaSchema(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the description of a type has to say against a body. */
    Set<ValidationMessage> validate(String type, JsonNode body) {
        return validateAs(nameOf(type), body);
    }

    /** What a schema of the description has to say against a body. */
    public Set<ValidationMessage> validateAs(String name, JsonNode body) {
        return schema(name).validate(body);
    }

    private JsonSchema schema(String name) {
        ObjectNode root = document.deepCopy();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static String nameOf(String type) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + "Message";
    }

    private static void correct(ObjectNode schemas) {
        // "Nothing else" stands beside a member of allOf, where it would forbid the members of all the others.
        for (var schema : schemas) {
            if (schema.path("allOf").isArray()) {
                var own = (ObjectNode) schema.at("/allOf/1");
                if (own.remove("additionalProperties") != null) {
                    ((ObjectNode) schema).put("unevaluatedProperties", false);
                }
            }
        }
        // In Meta's pages since 2022, missing here.
        properties(schemas, "BaseMessageProperties")
                .putObject("biz_opaque_callback_data")
                .put("type", "string")
                .put("maxLength", 512);
        // "Deterministic" is the only policy there is; Meta's own samples leave it out.
        ((ArrayNode) schemas.at("/LanguageObject/required")).removeAll().add("code");
        // The pattern is no pattern: it would refuse the "0" of its own example.
        properties(schemas, "TemplateComponent").withObject("/index").put("pattern", "^[0-9]$");
        ((ObjectNode) schemas.at("/ButtonComponent/allOf/1/properties/index")).put("pattern", "^[0-9]$");
    }

    private static ObjectNode properties(ObjectNode schemas, String schema) {
        return (ObjectNode) schemas.path(schema).path("properties");
    }
}
