package org.chasqui.api.nativeapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.platform.rest.Json;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to the API's description what every operation has in common: its errors, and the header for repeated requests. */
public class NativeApiDescription implements OASFilter {
    private static final Map<String, String> ALWAYS = Map.of(
            "401", "Unauthenticated",
            "403", "Forbidden",
            "422", "Invalid",
            "429", "TooMany",
            "500", "InternalError",
            "503", "Unavailable");
    private static final Map<String, String> WITH_BODY =
            Map.of("400", "BadRequest", "409", "Conflict", "413", "TooLarge", "415", "UnsupportedMediaType");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = api.getComponents();
        if (components != null && components.getSchemas() != null) {
            components.getSchemas().values().forEach(NativeApiDescription::inSnakeCase);
        }
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(NativeApiDescription::complete);
        }
    }

    private static void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            ALWAYS.forEach((status, name) -> respond(operation, status, name));
            if (method == PathItem.HttpMethod.POST
                    || method == PathItem.HttpMethod.PUT
                    || method == PathItem.HttpMethod.PATCH) {
                WITH_BODY.forEach((status, name) -> respond(operation, status, name));
                operation.addParameter(idempotencyKey());
            }
        });
    }

    private static void respond(Operation operation, String status, String name) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
        }
        operation.setResponses(responses);
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name("Idempotency-Key")
                .required(false)
                .description("Makes it safe to send the request again: within 24 hours and more, the same key with the"
                        + " same body gets the stored answer (with the header Idempotent-Replayed), with another body"
                        + " 409.")
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING).maxLength(255));
    }

    /** The scanner names members as Java does; the API writes them in snake_case. */
    private static void inSnakeCase(Schema schema) {
        var properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        var renamed = new LinkedHashMap<String, Schema>();
        properties.forEach((name, property) -> {
            renamed.put(Json.snakeCase(name), property);
            inSnakeCase(property);
        });
        schema.setProperties(renamed);
        if (schema.getRequired() != null) {
            schema.setRequired(
                    schema.getRequired().stream().map(Json::snakeCase).toList());
        }
    }
}
