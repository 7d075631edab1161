package org.chasqui.platform.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.util.Comparator;
import java.util.List;
import org.chasqui.platform.failure.FieldError;

/** Turns Bean Validation's violations into fields as the client wrote them. */
final class Violations {
    private Violations() {}

    static List<FieldError> fields(ConstraintViolationException violations) {
        return violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(path(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /** The path without the method and the parameter that it begins with. */
    private static String path(ConstraintViolation<?> violation) {
        var path = new StringBuilder();
        var parameter = "";
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.CONSTRUCTOR) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
                continue;
            }
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
            if (node.getName() != null && node.getKind() == ElementKind.PROPERTY) {
                path.append(path.isEmpty() ? "" : ".").append(Json.snakeCase(node.getName()));
            }
        }
        // A violation of the parameter itself: a body that is missing, or a query parameter.
        return path.isEmpty() ? Json.snakeCase(parameter) : path.toString();
    }
}
