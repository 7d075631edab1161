package org.chasqui.api.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.chasqui.api.dialects.Answer;

/** Meta's OpenAPI description of answers. It forbids nothing by itself: what it does not name counts as wrong here. */
public final class MetaAnswers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MetaAnswers() {}

    /** The body of an answer. */
    public static JsonNode body(Answer answer) {
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** What the description has to say against a body, with members that it does not name. */
    public static Set<ValidationMessage> faults(String name, JsonNode body) {
        var document = document();
        close(document.at("/$defs/" + name));
        document.put("$ref", "#/$defs/" + name);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(document)
                .validate(body);
    }

    private static ObjectNode document() {
        try (var in = MetaAnswers.class.getResourceAsStream("/meta-openapi/answers_v23.0.json")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
            var error = object.at("/properties/error/properties");
            if (error instanceof ObjectNode members) {
                // The Cloud API's list of error codes has it, this description has not.
                members.putObject("error_data").put("type", "object");
            }
        }
        schema.forEach(MetaAnswers::close);
    }
}
