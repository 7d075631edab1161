package org.chasqui.platform.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chasqui.platform.accounts.NumberHistory.Told;

/**
 * Applies what Meta tells of accounts and numbers: what Meta decides overrides what we believed, is kept in the history,
 * and holds the numbers that it touches. Runs in the transaction in which the webhook is merged.
 */
@ApplicationScoped
class NewsDesk {
    /** Without the strictness of our own API: Meta may nest as it likes. */
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Inject
    AccountStore store;

    @Inject
    AccountNews accountNews;

    @Inject
    NumberHistory history;

    @Inject
    NumberChanges changes;

    @Inject
    Event<NumbersMoved> moved;

    @Inject
    Clock clock;

    void apply(@Observes MetaNews news) {
        if (!concernsUs(news.field())) {
            return;
        }
        store.lockWaba(news.wabaId())
                .filter(account -> account.workspaceId.equals(news.workspaceId()))
                .ifPresent(account -> apply(news, account));
    }

    /** Fields about accounts and numbers; templates, calls, groups and the like belong to others. */
    private static boolean concernsUs(String field) {
        return field.startsWith("phone_number_")
                || field.startsWith("account_")
                || field.startsWith("business_")
                || field.equals("security");
    }

    private void apply(MetaNews news, Account account) {
        var told = new Told(news.field(), json(news.value()), news.happenedAt());
        if (history.knows(account, told)) {
            // Meta repeats what it believes unheard; customers have had this one.
            news.take();
            return;
        }
        var now = clock.instant();
        var numbers = store.ofAccount(account.id);
        var before = numbers.stream().map(number -> number.state(now)).toList();
        var subject = subject(news, numbers);
        boolean isOfNumber = subject.isPresent() && NumberNews.knows(news.field());
        if (isOfNumber) {
            news.take();
            subject.ifPresent(number -> NumberNews.apply(number, told));
        } else {
            accountNews.apply(account, numbers, subject, told);
        }
        int noted = 0;
        for (int i = 0; i < numbers.size(); i++) {
            noted += changes.note(numbers.get(i), before.get(i), told);
        }
        if (isOfNumber && noted == 0) {
            subject.ifPresent(number -> changes.tellOnly(number, NumberNews.about(told), NumberNews.word(told), told));
        }
        moved.fire(new NumbersMoved());
    }

    private static Optional<ConnectedNumber> subject(MetaNews news, List<ConnectedNumber> numbers) {
        return numbers.stream()
                .filter(number -> number.id.equals(news.numberId()))
                .findFirst();
    }

    private static JsonNode json(String value) {
        try {
            return PLAIN.readTree(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("News that are no JSON", impossible);
        }
    }
}
