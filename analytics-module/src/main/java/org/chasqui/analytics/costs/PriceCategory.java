package org.chasqui.analytics.costs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Meta's categories of price. */
public enum PriceCategory {
    MARKETING,
    UTILITY,
    AUTHENTICATION,
    /** One-time codes to some markets from a business that sits elsewhere and sends very many of them. */
    AUTHENTICATION_INTERNATIONAL,
    /** Everything that is no template. */
    SERVICE;

    private static final Map<String, PriceCategory> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(PriceCategory::wireName, Function.identity()));

    /** The category by Meta's word or ours; the lite form of marketing costs what marketing costs. */
    public static Optional<PriceCategory> ofWireName(String word) {
        var known = BY_WORD.get(word);
        if (known != null) {
            return Optional.of(known);
        }
        var plain = word.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        if (plain.equals("marketing_lite")) {
            return Optional.of(MARKETING);
        }
        for (var category : values()) {
            if (category.wireName().equals(plain)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }

    /** The category as the API prints it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether Meta gives rebates by volume: for utility and authentication only (Meta, pricing). */
    boolean hasTiers() {
        return this == UTILITY || this == AUTHENTICATION;
    }
}
