package org.chasqui.analytics.markets;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which market a country belongs to, and since when: Meta names markets of its own from time to time (Qatar in July 2026,
 * nine more in October 2026). What Meta does not list is {@link #OTHER}. Shipped as {@code rates/markets.csv}.
 */
public final class Markets {
    /** Meta's market of every country that it does not list. */
    public static final String OTHER = "Other";

    private static final String FILE = "/rates/markets.csv";
    private static final Map<String, NavigableMap<LocalDate, String>> BY_COUNTRY = read();

    private Markets() {}

    /** The market of a country on a day, in Meta's words. */
    public static String of(String country, LocalDate day) {
        var since = BY_COUNTRY.get(country);
        var entry = since == null ? null : since.floorEntry(day);
        return entry == null ? OTHER : entry.getValue();
    }

    /**
     * The countries of a market on a day.
     *
     * @param market Meta's name, in upper or lower case, or a country itself as ISO 3166
     * @return empty for {@link #OTHER} and for what is no market
     */
    public static Set<String> countries(String market, LocalDate day) {
        var found = new TreeSet<String>();
        BY_COUNTRY.keySet().stream()
                .filter(country -> country.equals(market) || of(country, day).equalsIgnoreCase(market))
                .forEach(found::add);
        if (found.isEmpty() && Set.of(Locale.getISOCountries()).contains(market)) {
            found.add(market);
        }
        return found;
    }

    /** The days on which some country came under another market. */
    public static Set<LocalDate> changes() {
        return BY_COUNTRY.values().stream()
                .flatMap(since -> since.keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every country that Meta lists under some market. */
    public static Set<String> listed() {
        return BY_COUNTRY.keySet();
    }

    /** Meta's names of all markets on a day, in the order of the alphabet, {@link #OTHER} last. */
    public static List<String> names(LocalDate day) {
        var names = BY_COUNTRY.keySet().stream()
                .map(country -> of(country, day))
                .distinct()
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        names.remove(OTHER);
        names.add(OTHER);
        return names;
    }

    /**
     * What a rate card may name: a market of any time, as Meta writes it, or a country.
     *
     * @param word in upper or lower case
     */
    public static Optional<String> named(String word) {
        var country = word.toUpperCase(Locale.ROOT);
        return Stream.concat(Stream.of(OTHER), BY_COUNTRY.values().stream().flatMap(since -> since.values().stream()))
                .filter(market -> market.equalsIgnoreCase(word))
                .findFirst()
                .or(() -> Set.of(Locale.getISOCountries()).contains(country) ? Optional.of(country) : Optional.empty());
    }

    /** Whether the word names a market or a country. */
    public static boolean isKnown(String market, LocalDate day) {
        return market.equalsIgnoreCase(OTHER) || !countries(market, day).isEmpty();
    }

    private static Map<String, NavigableMap<LocalDate, String>> read() {
        var byCountry = new HashMap<String, NavigableMap<LocalDate, String>>();
        var bytes = Objects.requireNonNull(Markets.class.getResourceAsStream(FILE), FILE);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.forEach(row -> byCountry
                    .computeIfAbsent(row.getField("country"), country -> new TreeMap<>())
                    .put(LocalDate.parse(row.getField("effective_on")), row.getField("market")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(byCountry);
    }
}
