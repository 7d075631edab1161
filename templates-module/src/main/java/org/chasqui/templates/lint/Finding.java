package org.chasqui.templates.lint;

import org.jspecify.annotations.Nullable;

/**
 * Something that a rule objects to.
 *
 * @param rule name of the rule, for example {@code category.promotion-in-utility}; stable for ever
 * @param place where it is, in the words of the draft: {@code components[1].text}
 * @param message what is wrong, and what Meta would do
 * @param fix what to do about it
 * @param meta Meta's reason or code for a refusal of this kind; null when there is none
 */
public record Finding(
        String rule,
        Severity severity,
        String place,
        String message,
        String fix,
        @Nullable String meta) {}
