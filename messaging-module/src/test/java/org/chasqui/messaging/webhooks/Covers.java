package org.chasqui.messaging.webhooks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which promises of the seeds a test shows; {@code docs/conformance.md} is made of it by a test of the api-module, which
 * reads it in the source of the tests of all modules.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface Covers {
    /** For example {@code S1-24}. */
    String[] value();
}
