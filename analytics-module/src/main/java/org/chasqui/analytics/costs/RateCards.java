package org.chasqui.analytics.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.analytics.markets.Markets;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.phone.Countries;

/** The rate cards: Meta's, which are shipped, and those that a workspace has imported. */
@ApplicationScoped
public class RateCards {
    private static final String SHIPPED = "/rates/meta.csv";
    private static final String SHIPPED_NAME = "Meta";
    private static final int LONGEST_NAME = 100;

    @Inject
    RateCardStore store;

    @Inject
    AccountCurrencies currencies;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private final List<RateCard> shipped = shipped();

    /**
     * The list price of one message to a market.
     *
     * @param market Meta's name of the market, or a country as ISO 3166
     * @param category marketing, utility, authentication, authentication_international or service
     * @param currency ISO 4217
     * @param at when the message is sent
     * @return an amount in that currency; empty when no card knows a price
     */
    @Transactional
    public Optional<BigDecimal> price(
            UUID workspaceId, String market, PriceCategory category, String currency, Instant at) {
        var book = book(workspaceId);
        var isCountry = market.length() == 2;
        return (isCountry
                        ? book.price(market, category, currency, at)
                        : book.priceOfMarket(market, category, currency, at))
                .map(Price::amount);
    }

    /** The market of a person, in Meta's words: digits with country code, or a business-scoped user id. */
    public String market(String peer, Instant at) {
        return Markets.of(Countries.of(peer), LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /**
     * What one message of an account to a market costs, before free messages and rebates, in the account's currency.
     *
     * @param accountId our id of the account
     * @param market Meta's name of the market
     * @return empty when no card in that currency knows a price
     */
    @Transactional
    public Optional<Quote> quote(UUID workspaceId, UUID accountId, String market, PriceCategory category, Instant at) {
        var currency = currencies.ofAccount(workspaceId, accountId);
        return book(workspaceId).priceOfMarket(market, category, currency, at).map(Quote::of);
    }

    /** All cards, the newest first. */
    @Transactional
    public List<RateCardView> list(UUID workspaceId) {
        return book(workspaceId).cards().stream().map(RateCardView::of).toList();
    }

    /** One of the workspace's own cards. */
    @Transactional
    public Optional<RateCardView> find(UUID workspaceId, UUID id) {
        return store.list(workspaceId).stream()
                .filter(card -> id.equals(card.id()))
                .findFirst()
                .map(RateCardView::of);
    }

    /**
     * Imports the cards of a file in our format. One that was imported for the same currency and day before is replaced.
     *
     * @param name what the cards are called
     * @throws RequestFailed VALIDATION_FAILED naming each wrong line; then nothing is imported
     */
    @Transactional
    public List<RateCardView> importCsv(UUID workspaceId, String name, InputStream file) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw RequestFailed.invalid("name", "must have 1 to " + LONGEST_NAME + " characters.");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var imported = new ArrayList<RateCardView>();
        for (var card : RateCardCsv.read(new InputStreamReader(file, decoder), name.strip())) {
            var own = new RateCard(ids.next(), card.name(), card.currency(), card.effectiveOn(), card.prices());
            store.replace(workspaceId, own, clock.instant());
            imported.add(RateCardView.of(own));
        }
        return imported;
    }

    /**
     * Removes one of the workspace's own cards; what was priced by it is priced by the others then.
     *
     * @throws RequestFailed NOT_FOUND when there is none with that id
     */
    @Transactional
    public void remove(UUID workspaceId, UUID id) {
        if (!store.remove(workspaceId, id)) {
            throw RequestFailed.notFound("rate card of your own", id.toString());
        }
    }

    CardBook book(UUID workspaceId) {
        var cards = new ArrayList<>(shipped);
        cards.addAll(store.list(workspaceId));
        return new CardBook(cards);
    }

    static List<RateCard> shipped() {
        var bytes = Objects.requireNonNull(RateCards.class.getResourceAsStream(SHIPPED), SHIPPED);
        try (var text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return RateCardCsv.read(text, SHIPPED_NAME);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
