package org.chasqui.platform.failure;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field as the client wrote it, for example {@code components[0].type}
 * @param message what is wrong and what is allowed
 */
public record FieldError(String field, String message) {}
