package org.chasqui.analytics.costs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Our format of rate cards, shipped and imported: a line for each price, {@code
 * effective_on,currency,market,category,from_message,price}. {@code market} is Meta's name or a country as ISO 3166;
 * {@code from_message} (1 when it is left out) begins a tier of volume. A file may hold several cards.
 */
final class RateCardCsv {
    private static final List<String> REQUIRED = List.of("effective_on", "currency", "market", "category", "price");
    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_ROWS = 50_000;
    private static final int MOST_ERRORS = 100;
    private static final int LONGEST_MARKET = 60;
    private static final int MOST_DECIMALS = 8;
    private static final BigDecimal HIGHEST = new BigDecimal("1000000");

    private final Map<CardKey, Map<RateCard.Slot, Map<Long, BigDecimal>>> cards = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private RateCardCsv() {}

    private record CardKey(String currency, LocalDate effectiveOn) {}

    /**
     * Reads cards.
     *
     * @param name for all of them
     * @throws RequestFailed VALIDATION_FAILED with every wrong line: a card is taken whole or not at all
     */
    static List<RateCard> read(Reader text, String name) {
        var csv = new RateCardCsv();
        try (var rows = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(withoutMark(text))) {
            int read = 0;
            for (var row : rows) {
                if (read++ == 0) {
                    checkHeader(row.getHeader());
                }
                if (read > MOST_ROWS) {
                    throw RequestFailed.invalid("file", "has more than " + MOST_ROWS + " lines.");
                }
                csv.take(row);
            }
        } catch (CsvParseException broken) {
            throw RequestFailed.invalid("file", "is no CSV file: " + broken.getMessage());
        } catch (IOException | UncheckedIOException unreadable) {
            throw RequestFailed.invalid("file", "cannot be read as UTF-8: save it as \"CSV UTF-8\".");
        }
        return csv.finish(name);
    }

    /** Spreadsheets put a byte order mark before the first name. */
    private static Reader withoutMark(Reader text) throws IOException {
        var buffered = new BufferedReader(text);
        buffered.mark(1);
        if (buffered.read() != BYTE_ORDER_MARK) {
            buffered.reset();
        }
        return buffered;
    }

    private static void checkHeader(List<String> header) {
        if (!Set.copyOf(header).containsAll(REQUIRED)) {
            throw RequestFailed.invalid(
                    "file", "the first line must name the columns " + String.join(", ", REQUIRED) + ".");
        }
    }

    private void take(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        var day = day(row, line);
        var currency = currency(row, line);
        var market = market(row, line);
        var category = category(row, line);
        var from = from(row, line);
        var price = price(row, line);
        if (day.isPresent()
                && currency.isPresent()
                && market.isPresent()
                && category.isPresent()
                && from.isPresent()
                && price.isPresent()) {
            var key = new CardKey(currency.get(), day.get());
            var before = cards.computeIfAbsent(key, card -> new HashMap<>())
                    .computeIfAbsent(new RateCard.Slot(market.get(), category.get()), slot -> new HashMap<>())
                    .putIfAbsent(from.get(), price.get());
            if (before != null) {
                wrong(line, "market", "has this price twice");
            }
        }
    }

    private Optional<LocalDate> day(NamedCsvRecord row, long line) {
        try {
            return Optional.of(LocalDate.parse(text(row, "effective_on")));
        } catch (DateTimeParseException noDay) {
            return wrong(line, "effective_on", "must be a day such as 2026-10-01");
        }
    }

    private Optional<String> currency(NamedCsvRecord row, long line) {
        var code = text(row, "currency").toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
        return known ? Optional.of(code) : wrong(line, "currency", "must be a currency such as USD");
    }

    private Optional<String> market(NamedCsvRecord row, long line) {
        var word = text(row, "market");
        var market = Markets.named(word);
        return market.isPresent()
                ? market
                : wrong(line, "market", "must be a market of Meta or a country such as BR, not " + quoted(word));
    }

    private Optional<PriceCategory> category(NamedCsvRecord row, long line) {
        var category = PriceCategory.ofWireName(text(row, "category"));
        return category.isPresent()
                ? category
                : wrong(
                        line,
                        "category",
                        "must be marketing, utility, authentication, authentication_international or" + " service");
    }

    private Optional<Long> from(NamedCsvRecord row, long line) {
        var text = text(row, "from_message");
        try {
            long from = text.isEmpty() ? 1 : Long.parseLong(text);
            return from >= 1 ? Optional.of(from) : wrong(line, "from_message", "must be 1 or more");
        } catch (NumberFormatException noNumber) {
            return wrong(line, "from_message", "must be a whole number");
        }
    }

    private Optional<BigDecimal> price(NamedCsvRecord row, long line) {
        try {
            var price = new BigDecimal(text(row, "price"));
            boolean fits = price.signum() >= 0 && price.compareTo(HIGHEST) < 0 && price.scale() <= MOST_DECIMALS;
            return fits ? Optional.of(price) : wrong(line, "price", "must be 0 or more, with eight decimals at most");
        } catch (NumberFormatException noNumber) {
            return wrong(line, "price", "must be a number with a decimal point, such as 0.0068");
        }
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).map(String::strip).orElse("");
    }

    private static String quoted(String word) {
        return "\"" + word.substring(0, Math.min(LONGEST_MARKET, word.length())) + "\"";
    }

    private <T> Optional<T> wrong(long line, String column, String why) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError("file", "line " + line + ": " + column + " " + why + "."));
        }
        return Optional.empty();
    }

    private List<RateCard> finish(String name) {
        cards.forEach((key, prices) -> prices.forEach((slot, tiers) -> {
            if (!tiers.containsKey(1L)) {
                errors.add(new FieldError(
                        "file",
                        slot.market() + ", " + slot.category().wireName() + ": there is no price from message 1 on."));
            }
        }));
        if (!errors.isEmpty()) {
            throw RequestFailed.invalid(errors);
        }
        if (cards.isEmpty()) {
            throw RequestFailed.invalid("file", "holds no price.");
        }
        return cards.entrySet().stream()
                .map(card -> new RateCard(
                        null, name, card.getKey().currency(), card.getKey().effectiveOn(), tiers(card.getValue())))
                .toList();
    }

    private static Map<RateCard.Slot, Tiers> tiers(Map<RateCard.Slot, Map<Long, BigDecimal>> prices) {
        var tiers = new HashMap<RateCard.Slot, Tiers>();
        prices.forEach((slot, byMessage) -> tiers.put(slot, new Tiers(byMessage)));
        return Map.copyOf(tiers);
    }
}
