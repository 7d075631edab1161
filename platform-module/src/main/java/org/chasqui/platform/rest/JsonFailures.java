package org.chasqui.platform.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body in words of the client's JSON, never in words of our classes. */
public final class JsonFailures {
    private JsonFailures() {}

    /** The refusal of a body, or of a part of it, that Jackson could not read. */
    public static RequestFailed of(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return new RequestFailed(
                    FailureCode.MALFORMED_BODY,
                    "The body is nested deeper, or has longer names, numbers or texts, than the gateway reads.",
                    failure);
        }
        if (failure instanceof JsonParseException parse) {
            return new RequestFailed(FailureCode.MALFORMED_BODY, malformed(parse), failure);
        }
        if (failure.getCause() instanceof JsonProcessingException inner) {
            return of(inner);
        }
        if (failure instanceof JsonMappingException mapping) {
            return mapping(mapping);
        }
        return new RequestFailed(FailureCode.MALFORMED_BODY, "The body is not valid JSON.", failure);
    }

    private static String malformed(JsonProcessingException failure) {
        var text = failure.getOriginalMessage();
        if (text != null && text.startsWith("Duplicate field")) {
            return "The body is not usable JSON: a member is there twice" + where(failure) + ".";
        }
        return "The body is not valid JSON" + where(failure) + ".";
    }

    private static String where(JsonProcessingException failure) {
        var at = failure.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static RequestFailed mapping(JsonMappingException failure) {
        // A value type that refuses its text says why itself.
        if (failure.getCause() instanceof RequestFailed refusal) {
            return refusal;
        }
        var field = path(failure);
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return RequestFailed.invalid(field, "is not known here" + known(unknown.getKnownPropertyIds()) + ".");
        }
        if (failure instanceof InvalidNullException) {
            return RequestFailed.invalid(field, "must not be null.");
        }
        if (failure instanceof InvalidFormatException format) {
            return RequestFailed.invalid(field, "must be " + wanted(format.getTargetType()) + ".");
        }
        if (failure instanceof MismatchedInputException mismatch) {
            if (failure.getPath().isEmpty() && mismatch.getLocation() != null && isEmpty(mismatch)) {
                return new RequestFailed(FailureCode.MALFORMED_BODY, "The body is empty; a JSON object is expected.");
            }
            return RequestFailed.invalid(field, "must be " + wanted(mismatch.getTargetType()) + ".");
        }
        return RequestFailed.invalid(field, "cannot be used.");
    }

    private static boolean isEmpty(MismatchedInputException mismatch) {
        var text = mismatch.getOriginalMessage();
        return text != null && text.startsWith("No content");
    }

    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String known(@Nullable Collection<Object> names) {
        if (names == null || names.isEmpty()) {
            return "";
        }
        return "; known are " + names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a time in ISO-8601, for example 2026-12-31T23:59:59Z";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "an object";
        }
        return "of another type";
    }
}
