package org.chasqui.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Meta's OpenAPI description of the calls of an onboarding, held against the calls that the sandbox got. */
final class GraphContract {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String FILE = "/meta-openapi/onboarding_v23.0.yaml";

    private final ObjectNode document;

    GraphContract() {
        try (var in = GraphContract.class.getResourceAsStream(FILE)) {
            document = (ObjectNode) YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the description has to say against a call; empty when it is as described. */
    List<String> faults(JsonNode call) {
        var template = template(call);
        if (template == null) {
            return List.of("not in the description: " + call);
        }
        var operation = document.at("/paths")
                .path(template)
                .path(call.get("method").asText().toLowerCase());
        var faults = new ArrayList<String>();
        call.get("query")
                .properties()
                .forEach(parameter -> faults.addAll(query(
                        operation, parameter.getKey(), parameter.getValue().asText())));
        faults.addAll(body(operation, call.path("body")));
        return faults.stream().map(fault -> fault + " in " + call).toList();
    }

    /** The path of the description that has this shape and method; null when there is none. */
    private String template(JsonNode call) {
        var wanted = ("/v" + call.get("path").asText()).split("/");
        for (var path : (Iterable<String>) document.get("paths")::fieldNames) {
            var parts = path.split("/");
            var fits = parts.length == wanted.length
                    && document.at("/paths")
                            .path(path)
                            .has(call.get("method").asText().toLowerCase());
            for (int i = 2; fits && i < parts.length; i++) {
                fits = parts[i].startsWith("{") ? wanted[i].matches("\\d+") : parts[i].equals(wanted[i]);
            }
            if (fits) {
                return path;
            }
        }
        return null;
    }

    private List<String> query(JsonNode operation, String name, String value) {
        for (var parameter : operation.get("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                var schema = parameter.get("schema");
                JsonNode given = schema.path("type").asText().equals("integer")
                        ? YAML.valueToTree(Integer.valueOf(value))
                        : TextNode.valueOf(value);
                return validate(schema, given);
            }
        }
        return List.of("unknown query parameter " + name);
    }

    private List<String> body(JsonNode operation, JsonNode body) {
        var described = operation.at("/requestBody/content/application~1json/schema");
        if (described.isMissingNode()) {
            return body.isMissingNode() ? List.of() : List.of("a body where none is described");
        }
        var isRequired = operation.at("/requestBody/required").asBoolean();
        if (body.isMissingNode()) {
            return isRequired ? List.of("no body") : List.of();
        }
        return validate(described, body);
    }

    private List<String> validate(JsonNode schema, JsonNode value) {
        ObjectNode root = document.deepCopy();
        root.remove("paths");
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root).validate(value).stream()
                .map(Object::toString)
                .toList();
    }
}
