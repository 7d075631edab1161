package org.chasqui.campaigns.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chasqui.messaging.messages.CampaignMessages;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.junit.jupiter.api.Test;

/** Two accounts of one business, and one of another, in one workspace. */
class PeopleLimitTest {
    private static final UUID SHOP = UUID.randomUUID();
    private static final UUID OUTLET = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();

    private final SenderNumber shop = number(SHOP, "TIER_1K");
    private final SenderNumber outlet = number(OUTLET, "TIER_2K");
    private final SenderNumber stranger = number(STRANGER, "TIER_250");
    private final Map<UUID, Long> reached = new HashMap<>();
    private final PeopleLimit limit = new PeopleLimit();

    PeopleLimitTest() {
        limit.clock = Clock.fixed(Given.NOW, ZoneOffset.UTC);
        limit.numbers = new PhoneNumbers() {
            @Override
            public List<SenderNumber> list(UUID workspaceId) {
                return List.of(shop, outlet, stranger);
            }
        };
        limit.messages = new CampaignMessages() {
            @Override
            public long reached(UUID workspaceId, Collection<UUID> numberIds, Instant since) {
                return numberIds.stream()
                        .mapToLong(id -> reached.getOrDefault(id, 0L))
                        .sum();
            }
        };
        accounts("9001", "9001", "9002");
    }

    private void accounts(String ofShop, String ofOutlet, String ofStranger) {
        limit.accounts = new Accounts() {
            @Override
            public List<AccountView> list(UUID workspaceId) {
                return List.of(account(SHOP, ofShop), account(OUTLET, ofOutlet), account(STRANGER, ofStranger));
            }
        };
    }

    private static AccountView account(UUID id, String business) {
        return new AccountView(
                id, "1", "Shop", "USD", "1", "ACTIVE", null, null, business, null, null, null, Given.NOW);
    }

    private static SenderNumber number(UUID account, String tier) {
        return new SenderNumber(
                UUID.randomUUID(),
                Given.WORKSPACE,
                account,
                "1",
                "2",
                "+1 555-010-0001",
                "Shop",
                "GREEN",
                tier,
                "STANDARD",
                80,
                "CONNECTED");
    }

    @Test
    void isThatOfAllNumbersOfABusinessAndNotOfTheWorkspace() {
        reached.put(shop.id(), 300L);
        reached.put(outlet.id(), 500L);
        reached.put(stranger.id(), 40L);

        assertThat(limit.limit(shop)).hasValue(2_000);
        assertThat(limit.left(shop)).hasValue(1_200);
        assertThat(limit.left(outlet)).hasValue(1_200);
        assertThat(limit.limit(stranger)).hasValue(250);
        assertThat(limit.left(stranger)).hasValue(210);
    }

    @Test
    void countsWhoWasHandedOverSince() {
        assertThat(limit.left(shop)).hasValue(2_000);
        limit.reachedMore(outlet, 600);

        assertThat(limit.left(shop)).hasValue(1_400);
        assertThat(limit.left(stranger)).hasValue(250);
    }

    @Test
    void isThatOfTheAccountWhileMetaDoesNotSayWhoseItIs() {
        accounts(null, null, null);
        reached.put(outlet.id(), 500L);

        assertThat(limit.left(shop)).hasValue(1_000);
        assertThat(limit.left(outlet)).hasValue(1_500);
    }
}
