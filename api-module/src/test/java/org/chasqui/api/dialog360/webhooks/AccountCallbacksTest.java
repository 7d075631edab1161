package org.chasqui.api.dialog360.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chasqui.api.notices.NoticeEvents;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.messaging.webhooks.WebhookStatus;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

class AccountCallbacksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(1, 1);
    private static final UUID ACCOUNT = new UUID(7, 2);
    private static final UUID WEBHOOK = new UUID(8, 3);

    private final Set<UUID> haveTheirOwn = new HashSet<>();
    private final AccountCallbacks callbacks = new AccountCallbacks();

    AccountCallbacksTest() {
        callbacks.store = new AccountCallbackStore();
        callbacks.store.jdbc = new ApiDatabase().sql();
        callbacks.store.put(new AccountCallback(ACCOUNT, WORKSPACE, WEBHOOK, NOW));
        callbacks.ofNumbers = new Callbacks() {
            @Override
            public Optional<Standing> main(SenderNumber number) {
                return haveTheirOwn.contains(number.id()) ? Optional.of(standing()) : Optional.empty();
            }
        };
    }

    @Test
    void itHearsOfTheNumbersOfItsAccountThatHaveNoneOfTheirOwn() {
        var plain = number(1, ACCOUNT);
        var own = number(2, ACCOUNT);
        haveTheirOwn.add(own.id());

        assertThat(callbacks.hears(WEBHOOK, plain)).isTrue();
        assertThat(callbacks.hears(WEBHOOK, own)).isFalse();
        assertThat(callbacks.hears(WEBHOOK, number(3, new UUID(7, 9))))
                .as("another account")
                .isFalse();
        assertThat(callbacks.hears(new UUID(8, 9), plain)).as("another webhook").isFalse();
    }

    private static SenderNumber number(long id, UUID account) {
        return new SenderNumber(
                new UUID(3, id),
                WORKSPACE,
                account,
                "102290129340398",
                "106540352242922",
                "+1 415-555-0100",
                "Bakery",
                "GREEN",
                null,
                "STANDARD",
                80,
                "CONNECTED");
    }

    private static Callbacks.Standing standing() {
        var webhook = new WebhookView(
                new UUID(8, 8),
                WORKSPACE,
                "https://a.example",
                NoticeEvents.TYPES,
                null,
                Set.of(),
                false,
                null,
                "dialog360-account",
                WebhookStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                NOW,
                NOW);
        return new Callbacks.Standing(null, webhook.url(), Map.of(), webhook, null);
    }
}
