package org.chasqui.api.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which promises of the seeds a test shows; {@code docs/conformance.md} is made of it by {@link ConformanceTest}, which
 * reads it in the source of the tests of all modules.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Covers {
    /** For example {@code S1-24}. */
    String[] value();
}
