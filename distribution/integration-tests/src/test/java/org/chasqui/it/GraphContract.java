package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Meta's OpenAPI description of its management calls, and beside it what that description leaves out, held against the
 * calls that the sandbox got. A call that is in neither is a fault, too.
 */
final class GraphContract {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final GraphContract ONE = new GraphContract();

    private final ObjectNode metas = read("management_v23.0.yaml");
    private final ObjectNode leftOut = read("left_out.yaml");
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    private static ObjectNode read(String file) {
        try (var in = GraphContract.class.getResourceAsStream("/meta-openapi/" + file)) {
            return (ObjectNode) YAML.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails when one of the last calls that the sandbox got, of whichever flow, is not as it must be. */
    static void assertHeld(Product product) {
        var calls = new Meta(product).control().get("/calls").ok();
        assertThat(calls).isNotEmpty();
        var faults = new ArrayList<String>();
        calls.forEach(call -> faults.addAll(ONE.faults(call)));
        assertThat(faults).isEmpty();
    }

    /** What is wrong with a call; empty when it is as described. */
    synchronized List<String> faults(JsonNode call) {
        // Numbers, accounts, templates and files are all found under their bare id: one of them must fit.
        return templates(call).stream()
                .map(template -> faults(call, template))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> List.of("not described: " + call));
    }

    private List<String> faults(JsonNode call, String template) {
        var operations = operations(template, method(call));
        var faults = new ArrayList<String>();
        call.get("query")
                .properties()
                .forEach(given -> faults.addAll(
                        query(operations, given.getKey(), given.getValue().asText())));
        for (var operation : operations) {
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("required").asBoolean()
                        && !call.get("query").has(parameter.get("name").asText())) {
                    faults.add("no " + parameter.get("name").asText());
                }
            });
        }
        faults.addAll(body(operations, call));
        return faults.stream().map(fault -> fault + " in " + call).toList();
    }

    private static String method(JsonNode call) {
        return call.get("method").asText().toLowerCase(Locale.ROOT);
    }

    /** Meta's own operation and what it leaves out, as far as there is one. */
    private List<JsonNode> operations(String template, String method) {
        return List.of(metas, leftOut).stream()
                .map(document -> document.path("paths").path(template).path(method))
                .filter(JsonNode::isObject)
                .toList();
    }

    /** The paths that have this shape, with this method. */
    private Set<String> templates(JsonNode call) {
        var wanted = ("/v" + call.get("path").asText()).split("/");
        var found = new HashSet<String>();
        for (var document : List.of(metas, leftOut)) {
            for (var path : (Iterable<String>) document.get("paths")::fieldNames) {
                if (fits(path.split("/"), wanted)
                        && document.get("paths").get(path).has(method(call))) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private static boolean fits(String[] template, String[] path) {
        if (template.length != path.length) {
            return false;
        }
        for (int i = 2; i < template.length; i++) {
            var isSame = switch (template[i]) {
                case "{QR-Code-ID}" -> path[i].matches("[A-Z2-7]{14}");
                case "{Sample-File}" -> path[i].matches("[\\w-]+\\.\\w+");
                case "{Upload-Session}" -> path[i].startsWith("upload:");
                default -> template[i].startsWith("{") ? path[i].matches("\\d+") : template[i].equals(path[i]);
            };
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    private List<String> query(List<JsonNode> operations, String name, String value) {
        var faults = new ArrayList<String>();
        var isKnown = false;
        for (var operation : operations) {
            for (var parameter : operation.path("parameters")) {
                if (parameter.get("name").asText().equals(name)) {
                    isKnown = true;
                    faults.addAll(validate(parameter.get("schema"), typed(parameter.get("schema"), value)));
                }
            }
        }
        return isKnown ? faults : List.of("unknown query parameter " + name);
    }

    /** A value of a query as its schema wants it; a list has commas. */
    private static JsonNode typed(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "integer" -> YAML.valueToTree(Integer.valueOf(value));
            case "array" -> YAML.valueToTree(value.split(","));
            default -> TextNode.valueOf(value);
        };
    }

    private List<String> body(List<JsonNode> operations, JsonNode call) {
        var body = call.path("body");
        var type = call.get("content_type").asText().replaceAll(";.*", "");
        var faults = new ArrayList<String>();
        var isDescribed = false;
        for (var operation : operations) {
            var described = operation.path("requestBody");
            var schema = described.path("content").path(type).path("schema");
            isDescribed |= !schema.isMissingNode();
            if (body.isMissingNode()) {
                if (described.path("required").asBoolean()) {
                    faults.add("no body");
                }
            } else if (!schema.isMissingNode()) {
                faults.addAll(validate(schema, body));
            }
        }
        if (!body.isMissingNode() && !isDescribed) {
            faults.add("a body where none is described, or of another type");
        }
        return faults;
    }

    private List<String> validate(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode root = YAML.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", metas.get("components"));
        root.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }
}
