package org.chasqui.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes with which a resource method may be called; one of them is enough. A method without this annotation needs
 * only a valid key.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresScope {
    /** For example {@code whatsapp:read}. */
    String[] value();
}
