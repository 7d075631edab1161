package org.chasqui.api.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chasqui.platform.rest.Json;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas of Java types, as {@link Json} writes them; records become named components. */
final class Schemas {
    private static final String COMPONENTS = "#/components/schemas/";
    private final Map<String, Schema> components = new LinkedHashMap<>();

    /** All named schemas that have been asked for, with those that they refer to. */
    Map<String, Schema> components() {
        return components;
    }

    /** The schema of a type, a reference when it is a record. */
    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        return OASFactory.createSchema();
    }

    /** The schema of a type, with what an annotation says beyond the type. */
    Schema of(Type type, org.eclipse.microprofile.openapi.annotations.media.@Nullable Schema said) {
        var schema = of(type);
        if (said == null) {
            return schema;
        }
        if (schema.getRef() != null) {
            // In OpenAPI 3.0 nothing may stand beside a reference.
            return said.description().isEmpty() && !said.nullable()
                    ? schema
                    : describe(OASFactory.createSchema().addAllOf(schema), said);
        }
        return describe(schema, said);
    }

    /** A list of a type. */
    Schema listOf(Type type) {
        return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(type));
    }

    private Schema ofGeneric(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            return listOf(generic.getActualTypeArguments()[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return OASFactory.createSchema()
                    .type(SchemaType.OBJECT)
                    .additionalPropertiesSchema(of(generic.getActualTypeArguments()[1]));
        }
        return of(raw);
    }

    private Schema ofClass(Class<?> type) {
        var schema = OASFactory.createSchema();
        if (type.isRecord()) {
            return schema.ref(COMPONENTS + component(type));
        }
        if (type.isArray() && type != byte[].class) {
            return listOf(type.getComponentType());
        }
        if (type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> (Object) ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            return schema.type(SchemaType.STRING).enumeration(names);
        }
        if (type == String.class || type == byte[].class) {
            return schema.type(SchemaType.STRING);
        }
        if (type == UUID.class) {
            return schema.type(SchemaType.STRING).format("uuid");
        }
        if (type == URI.class) {
            return schema.type(SchemaType.STRING).format("uri");
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return schema.type(SchemaType.STRING).format("date-time");
        }
        if (type == LocalDate.class) {
            return schema.type(SchemaType.STRING).format("date");
        }
        if (type == Boolean.class || type == boolean.class) {
            return schema.type(SchemaType.BOOLEAN);
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return schema.type(SchemaType.NUMBER);
        }
        if (type == Integer.class || type == int.class) {
            return schema.type(SchemaType.INTEGER).format("int32");
        }
        if (type == Long.class || type == long.class || type == BigInteger.class) {
            return schema.type(SchemaType.INTEGER).format("int64");
        }
        // A piece of JSON whose shape is Meta's and not ours.
        return JsonNode.class.isAssignableFrom(type) ? schema : schema.type(SchemaType.OBJECT);
    }

    private String component(Class<?> record) {
        var said = record.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        var name = said == null || said.name().isEmpty() ? record.getSimpleName() : said.name();
        if (!components.containsKey(name)) {
            var schema = OASFactory.createSchema().type(SchemaType.OBJECT);
            components.put(name, schema);
            if (said != null && !said.description().isEmpty()) {
                schema.description(said.description());
            }
            for (var member : record.getRecordComponents()) {
                addProperty(schema, record, member);
            }
        }
        return name;
    }

    private void addProperty(Schema schema, Class<?> record, RecordComponent member) {
        var name = Json.snakeCase(member.getName());
        var said = find(record, member, org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        schema.addProperty(name, of(member.getGenericType(), said));
        var isRequired = said != null && said.required()
                || find(record, member, NotNull.class) != null
                || find(record, member, NotBlank.class) != null;
        if (isRequired) {
            schema.addRequired(name);
        }
    }

    /** Where an annotation on a component of a record is kept depends on the annotation's own targets. */
    private static <A extends Annotation> @Nullable A find(Class<?> record, RecordComponent member, Class<A> wanted) {
        try {
            var places =
                    new AnnotatedElement[] {member, member.getAccessor(), record.getDeclaredField(member.getName())};
            return Arrays.stream(places)
                    .map(place -> place.getAnnotation(wanted))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException("Every component of a record has a field", impossible);
        }
    }

    private static Schema describe(Schema schema, org.eclipse.microprofile.openapi.annotations.media.Schema said) {
        if (!said.description().isEmpty()) {
            schema.description(said.description());
        }
        if (said.nullable()) {
            schema.nullable(true);
        }
        if (!said.example().isEmpty()) {
            schema.example(value(schema, said.example()));
        }
        if (!said.defaultValue().isEmpty()) {
            schema.defaultValue(value(schema, said.defaultValue()));
        }
        if (said.enumeration().length > 0) {
            schema.enumeration(Arrays.<Object>asList((Object[]) said.enumeration()));
        }
        if (said.maxLength() != Integer.MAX_VALUE) {
            schema.maxLength(said.maxLength());
        }
        if (!said.format().isEmpty()) {
            schema.format(said.format());
        }
        return schema;
    }

    /** In annotations every example is a text; here it becomes what the schema says that it is. */
    private static Object value(Schema schema, String text) {
        var isPlain = schema.getType() == SchemaType.STRING || schema.getType() == null && !looksLikeJson(text);
        if (isPlain) {
            return text;
        }
        try {
            return Json.mapper().readValue(text, Object.class);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    private static boolean looksLikeJson(String text) {
        return text.startsWith("[") || text.startsWith("{");
    }
}
