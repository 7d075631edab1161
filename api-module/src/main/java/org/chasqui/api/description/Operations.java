package org.chasqui.api.description;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chasqui.platform.rest.RequiresScope;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Describes the methods of resource classes. */
final class Operations {
    private static final Map<String, String> ALWAYS = Map.of(
            "401", "Unauthenticated",
            "403", "Forbidden",
            "422", "Invalid",
            "429", "TooMany",
            "500", "InternalError",
            "503", "Unavailable");
    private static final Map<String, String> CHANGES =
            Map.of("400", "BadRequest", "409", "Conflict", "413", "TooLarge", "415", "UnsupportedMediaType");
    private static final String RESPONSES = "#/components/responses/";
    private static final String ANY_ID = "Our id, or Meta's where Meta has one.";
    private static final int MAX_KEY = 255;

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Adds all operations of a resource below a base path. */
    void describe(OpenAPI api, String base, Class<?> resource) {
        Arrays.stream(resource.getMethods())
                .filter(method -> verb(method) != null)
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .forEach(method -> add(api, base, resource, method));
    }

    private void add(OpenAPI api, String base, Class<?> resource, Method method) {
        var path = base + path(resource) + path(method);
        var paths = api.getPaths();
        var item = paths.hasPathItem(path) ? paths.getPathItem(path) : OASFactory.createPathItem();
        paths.addPathItem(path, item);
        item.setOperation(PathItem.HttpMethod.valueOf(verb(method)), operation(resource, method));
    }

    private Operation operation(Class<?> resource, Method method) {
        var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        if (said == null || said.summary().isEmpty()) {
            throw new IllegalStateException(resource.getName() + "." + method.getName() + " has no @Operation");
        }
        var operation = OASFactory.createOperation()
                .operationId(said.operationId().isEmpty() ? method.getName() : said.operationId())
                .summary(said.summary())
                .description(join(said.description(), scopes(resource, method)))
                .responses(OASFactory.createAPIResponses());
        for (var tag : resource.getAnnotationsByType(Tag.class)) {
            operation.addTag(tag.name());
        }
        for (var parameter : method.getParameters()) {
            parameter(operation, parameter, parameter.getParameterizedType());
        }
        addSaidBody(operation, method);
        for (var response : method.getAnnotationsByType(APIResponse.class)) {
            respond(operation, response, method.getGenericReturnType());
        }
        addCommon(operation, verb(method));
        if (hasPathParameter(operation)) {
            common(operation, "404", "NotFound");
        }
        return operation;
    }

    /** A body that is read as a stream, or may be left out, has no parameter that tells its type: an annotation does. */
    private void addSaidBody(Operation operation, Method method) {
        var said = method.getAnnotation(RequestBody.class);
        if (said != null) {
            operation.requestBody(
                    OASFactory.createRequestBody().required(said.required()).content(content(said.content()[0])));
        }
    }

    private void parameter(Operation operation, AnnotatedElement place, Type type) {
        var path = place.getAnnotation(PathParam.class);
        var query = place.getAnnotation(QueryParam.class);
        var header = place.getAnnotation(HeaderParam.class);
        var said = place.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        if (said != null && said.hidden()) {
            return;
        }
        if (path != null) {
            operation.addParameter(
                    named(path.value(), Parameter.In.PATH, place, type).required(true));
        } else if (query != null) {
            operation.addParameter(named(query.value(), Parameter.In.QUERY, place, type));
        } else if (header != null) {
            operation.addParameter(named(header.value(), Parameter.In.HEADER, place, type));
        } else if (place.isAnnotationPresent(BeanParam.class)) {
            for (var field : ((Class<?>) type).getDeclaredFields()) {
                if (Arrays.stream(field.getAnnotations()).anyMatch(Operations::bindsParameter)) {
                    parameter(operation, field, field.getGenericType());
                }
            }
        } else if (!place.isAnnotationPresent(Context.class)) {
            operation.requestBody(OASFactory.createRequestBody().required(true).content(json(schemas.of(type))));
        }
    }

    private static boolean bindsParameter(Annotation annotation) {
        return annotation instanceof QueryParam || annotation instanceof HeaderParam || annotation instanceof PathParam;
    }

    private Parameter named(String name, Parameter.In in, AnnotatedElement place, Type type) {
        var said = place.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        var schema = said == null ? schemas.of(type) : schema(said.schema(), type);
        var fallback = place.getAnnotation(DefaultValue.class);
        if (fallback != null) {
            schema.defaultValue(
                    schema.getType() == Schema.SchemaType.INTEGER
                            ? Integer.valueOf(fallback.value())
                            : fallback.value());
        }
        var parameter =
                OASFactory.createParameter().name(name).in(in).required(false).schema(schema);
        if (said != null && !said.description().isEmpty()) {
            return parameter.description(said.description());
        }
        // What holds for all ids need not be written at each of them.
        return in == Parameter.In.PATH ? parameter.description(ANY_ID) : parameter;
    }

    private Schema schema(org.eclipse.microprofile.openapi.annotations.media.Schema said, Type otherwise) {
        var wanted = said.implementation() == Void.class ? otherwise : said.implementation();
        if (said.type() == SchemaType.ARRAY) {
            return schemas.listOf(wanted);
        }
        var schema = schemas.of(wanted, said);
        if (said.type() != SchemaType.DEFAULT) {
            schema.type(Schema.SchemaType.valueOf(said.type().name()));
        }
        return schema;
    }

    /** What an annotation says of an answer; a body of which it says nothing is what the method returns. */
    private void respond(Operation operation, APIResponse said, Type returned) {
        var response = OASFactory.createAPIResponse();
        if (!said.ref().isEmpty()) {
            response.ref(RESPONSES + said.ref());
        } else {
            response.description(said.description());
            for (var content : said.content()) {
                response.content(content(content));
            }
            if (said.content().length == 0 && returned != void.class && returned != Response.class) {
                response.content(json(schemas.of(returned)));
            }
        }
        operation.getResponses().addAPIResponse(said.responseCode(), response);
    }

    private static void addCommon(Operation operation, @Nullable String verb) {
        ALWAYS.forEach((status, name) -> common(operation, status, name));
        if (List.of("POST", "PUT", "PATCH").contains(verb)) {
            CHANGES.forEach((status, name) -> common(operation, status, name));
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .required(false)
                    .description("Makes it safe to send the request again: for at least 24 hours the same key with the"
                            + " same body gets the stored answer, with the header Idempotent-Replayed; with another"
                            + " body it gets 409.")
                    .schema(OASFactory.createSchema()
                            .type(Schema.SchemaType.STRING)
                            .maxLength(MAX_KEY)));
        }
    }

    private static boolean hasPathParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
    }

    private static void common(Operation operation, String status, String name) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(RESPONSES + name));
        }
    }

    private static String scopes(Class<?> resource, Method method) {
        var scopes = method.getAnnotation(RequiresScope.class);
        if (scopes == null) {
            scopes = resource.getAnnotation(RequiresScope.class);
        }
        return scopes == null ? "" : "Needs the scope " + String.join(" or ", scopes.value()) + ".";
    }

    private static String join(String one, String other) {
        return (one + " " + other).strip();
    }

    private Content content(org.eclipse.microprofile.openapi.annotations.media.Content said) {
        var type = said.mediaType().isEmpty() ? MediaType.APPLICATION_JSON : said.mediaType();
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(schema(said.schema(), Object.class)));
    }

    private static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType(
                        MediaType.APPLICATION_JSON, OASFactory.createMediaType().schema(schema));
    }

    private static String path(AnnotatedElement place) {
        var path = place.getAnnotation(Path.class);
        if (path == null || path.value().equals("/")) {
            return "";
        }
        // {id: [0-9]+} is {id} in OpenAPI.
        var plain = path.value().replaceAll("\\{\\s*([A-Za-z0-9_-]+)\\s*:[^}]*}", "{$1}");
        return plain.startsWith("/") ? plain : "/" + plain;
    }

    private static @Nullable String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }
}
