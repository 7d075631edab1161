package org.chasqui.templates.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Meta's categories of templates; each has a price and rules of its own. */
public enum Category {
    MARKETING,
    UTILITY,
    AUTHENTICATION;

    /** The category of this name, whatever its case; empty for a word that Meta does not use. */
    public static Optional<Category> of(String word) {
        var name = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(category -> category.name().equals(name))
                .findFirst();
    }
}
