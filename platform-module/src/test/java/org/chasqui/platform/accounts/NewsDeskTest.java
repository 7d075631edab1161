package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.platform.accounts.NumberChanged.What;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsDeskTest {
    private static final String QUALITY = "phone_number_quality_update";
    private static final String NAME = "phone_number_name_update";
    private static final String ACCOUNT = "account_update";
    private static TestDatabase database;

    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);
    private final UUID workspace = ids.next();
    private final UUID numberId = ids.next();
    private final String wabaId = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40));
    private final Fired<NumberChanged> fired = new Fired<>();
    private final Fired<NumbersMoved> moved = new Fired<>();
    private Instant told = clock.instant();

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void connect() {
        database.inTransaction(entities -> {
            entities.createNativeQuery("insert into plt_workspace (id, name, created_at) values (?, 'w', now())")
                    .setParameter(1, workspace)
                    .executeUpdate();
            var account = new Account(
                    ids.next(),
                    workspace,
                    new WabaNode(wabaId, "Shop", "USD", "1", "ACTIVE", "not_verified", null, null),
                    clock.instant());
            entities.persist(account);
            entities.persist(new ConnectedNumber(numberId, account, node(), clock.instant()));
            return account;
        });
    }

    @Test
    void aFlaggedNumberIsFlaggedAndTakesTheLimitThatMetaNames() {
        var news = tell(QUALITY, "{'event':'FLAGGED','current_limit':'TIER_10K'}");

        assertThat(news.isTaken()).isTrue();
        assertThat(number().status()).isEqualTo("FLAGGED");
        assertThat(number().messagingLimit()).isEqualTo("TIER_10K");
        assertThat(whats()).containsExactly(What.STATUS, What.LIMIT);
        assertThat(history()).extracting(HistoryEntry::what).containsExactly("limit", "status");
        assertThat(moved.events).hasSize(1);

        tell(QUALITY, "{'event':'UNFLAGGED'}");
        assertThat(number().status()).isEqualTo("CONNECTED");
    }

    @Test
    void aFlaggedNumberIsNotHeld() {
        tell(QUALITY, "{'event':'FLAGGED'}");

        assertThat(details().obstacle()).isNull();
    }

    @Test
    void aThroughputUpgradeRaisesTheRate() {
        tell(QUALITY, "{'event':'THROUGHPUT_UPGRADE','current_limit':'TIER_UNLIMITED'}");

        assertThat(number().messagesPerSecond()).isEqualTo(1_000);
        assertThat(whats()).containsExactly(What.LIMIT, What.THROUGHPUT);
    }

    @Test
    void whatChangesNothingIsStillTold() {
        tell(QUALITY, "{'event':'ONBOARDING','current_limit':'TIER_2K'}");

        assertThat(fired.events).singleElement().satisfies(changed -> {
            assertThat(changed.what()).isEqualTo(What.QUALITY);
            assertThat(changed.after()).isEqualTo("ONBOARDING");
            assertThat(changed.field()).isEqualTo(QUALITY);
        });
    }

    @ParameterizedTest
    @CsvSource({"APPROVED,APPROVED,New name", "REJECTED,DECLINED,Shop", "PENDING,PENDING_REVIEW,Shop"})
    void theReviewOfANameIsTakenOver(String decision, String status, String name) {
        tell(NAME, "{'decision':'" + decision + "','requested_verified_name':'New name','rejection_reason':null}");

        assertThat(details().nameStatus()).isEqualTo(status);
        assertThat(number().verifiedName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"2000,TIER_2K", "TIER_100K,TIER_100K", "-1,TIER_UNLIMITED", "250,TIER_250", "500000,TIER_UNLIMITED"})
    void theCapabilityOfTheBusinessIsTheLimitOfItsNumbers(String figure, String limit) {
        // Another limit before, so that each row changes something.
        tell("business_capability_update", "{'max_daily_conversations_per_business':'TIER_50'}");
        fired.events.clear();
        var news = tell("business_capability_update", "{'max_daily_conversations_per_business':'" + figure + "'}");

        assertThat(number().messagingLimit()).isEqualTo(limit);
        assertThat(whats()).containsExactly(What.LIMIT);
        assertThat(news.isTaken()).isFalse();
    }

    @Test
    void aDisabledAccountHoldsItsNumbersUntilItIsReinstated() {
        tell(ACCOUNT, "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'DISABLE','waba_ban_date':'May 1'}}");

        var obstacle = details().obstacle();
        assertThat(obstacle).isNotNull();
        assertThat(obstacle.reason()).contains("disabled");
        assertThat(fired.events).singleElement().satisfies(changed -> {
            assertThat(changed.what()).isEqualTo(What.SENDING);
            assertThat(changed.held()).isEqualTo(obstacle.reason());
        });

        tell(ACCOUNT, "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'REINSTATE','waba_ban_date':'May 9'}}");
        assertThat(details().obstacle()).isNull();
    }

    @Test
    void aBanThatIsOnlyAnnouncedHoldsNothing() {
        tell(
                ACCOUNT,
                "{'event':'DISABLED_UPDATE','ban_info':{'waba_ban_state':'SCHEDULE_FOR_DISABLE','waba_ban_date':'May 1'}}");

        assertThat(details().obstacle()).isNull();
        assertThat(account().ban()).isEqualTo("SCHEDULE_FOR_DISABLE, May 1");
    }

    @Test
    void aRestrictionBothWaysHoldsUntilItExpires() {
        long end = clock.instant().getEpochSecond() + 3_600;
        tell(ACCOUNT, """
                {'event':'ACCOUNT_RESTRICTION','restriction_info':[
                 {'restriction_type':'RESTRICTED_BIZ_INITIATED_MESSAGING','expiration':%d},
                 {'restriction_type':'RESTRICTED_CUSTOMER_INITIATED_MESSAGING','expiration':%d}]}
                """.formatted(end, end));

        var obstacle = details().obstacle();
        assertThat(obstacle).isNotNull();
        assertThat(obstacle.standsAt(Instant.ofEpochSecond(end - 1))).isTrue();
        assertThat(obstacle.standsAt(Instant.ofEpochSecond(end))).isFalse();
    }

    @Test
    void aRestrictionOfOnlyOneDirectionLeavesTheRestToMeta() {
        tell(
                ACCOUNT,
                "{'event':'ACCOUNT_RESTRICTION','restriction_info':[{'restriction_type':'RESTRICTED_BIZ_INITIATED_MESSAGING'}]}");

        assertThat(details().obstacle()).isNull();
        assertThat(history())
                .singleElement()
                .extracting(HistoryEntry::after)
                .isEqualTo("RESTRICTED_BIZ_INITIATED_MESSAGING");
    }

    @Test
    void aNumberThatItsOwnerTookOutOfTheAppIsDisconnected() {
        var news = news(
                ACCOUNT,
                "{'event':'PARTNER_REMOVED','disconnection_info':{'reason':'PRIMARY_INACTIVITY','initiated_by':'SYSTEM'}}",
                numberId);
        apply(news);

        assertThat(number().status()).isEqualTo("DISCONNECTED");
        assertThat(details().obstacle()).isNotNull();
        assertThat(news.isTaken()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTNER_REMOVED", "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED"})
    void anAccountThatIsGoneHoldsItsNumbersUntilItIsBack(String event) {
        apply(news(ACCOUNT, "{'event':'" + event + "'}", null));
        assertThat(account().status()).isEqualTo(event);
        assertThat(details().obstacle()).isNotNull();

        apply(news(ACCOUNT, "{'event':'ACCOUNT_RECONNECTED'}", null));
        assertThat(details().obstacle()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "account_review_update,decision,REJECTED",
        "security,event,PIN_CHANGED",
        "account_update,event,VERIFIED_ACCOUNT",
        "account_update,event,VOLUME_BASED_PRICING_TIER_UPDATE",
        "business_status_update,event,COMPROMISED",
        "phone_number_username_update,event,APPROVED",
    })
    void everythingElseIsKeptAndLeftToBeAnAccountUpdate(String field, String member, String word) {
        var news = tell(field, "{'" + member + "':'" + word + "'}");

        assertThat(news.isTaken()).isFalse();
        assertThat(history()).singleElement().satisfies(entry -> {
            assertThat(entry.field()).isEqualTo(field);
            assertThat(entry.value()).isNotNull();
        });
    }

    @Test
    void theReviewAndTheVerificationOfTheAccountAreTakenOver() {
        tell("account_review_update", "{'decision':'REJECTED'}");
        tell(ACCOUNT, "{'event':'VERIFIED_ACCOUNT'}");

        assertThat(account().reviewStatus()).isEqualTo("REJECTED");
        assertThat(account().businessVerificationStatus()).isEqualTo("verified");
    }

    @Test
    void theSameWebhookTwiceIsToldOnce() {
        var first = news(ACCOUNT, "{'event':'ACCOUNT_VIOLATION','violation_info':{'violation_type':'SPAM'}}", null);
        apply(first);
        var again = new MetaNews(
                workspace, wabaId, null, first.field(), first.value(), clock.instant(), first.happenedAt());
        apply(again);

        assertThat(first.isTaken()).isFalse();
        assertThat(again.isTaken()).isTrue();
        assertThat(history()).hasSize(1);
    }

    @Test
    void templatesAreNotItsBusiness() {
        var news = tell("message_template_status_update", "{'event':'APPROVED'}");

        assertThat(news.isTaken()).isFalse();
        assertThat(history()).isEmpty();
    }

    private MetaNews tell(String field, String value) {
        var news = news(field, value, numberId);
        apply(news);
        return news;
    }

    private MetaNews news(String field, String value, UUID number) {
        told = told.plusSeconds(1);
        return new MetaNews(workspace, wabaId, number, field, value.replace('\'', '"'), clock.instant(), told);
    }

    private void apply(MetaNews news) {
        database.inTransaction(entities -> {
            var desk = new NewsDesk();
            desk.store = new AccountStore();
            desk.store.entities = entities;
            desk.history = fixedHistory();
            desk.changes = new NumberChanges();
            desk.changes.history = desk.history;
            desk.changes.changed = fired;
            desk.changes.clock = clock;
            desk.accountNews = new AccountNews();
            desk.accountNews.changes = desk.changes;
            desk.moved = moved;
            desk.clock = clock;
            desk.apply(news);
            return news;
        });
    }

    private NumberHistory fixedHistory() {
        var history = new NumberHistory();
        history.dataSource = database.dataSource();
        history.ids = ids;
        history.clock = clock;
        return history;
    }

    private List<What> whats() {
        return fired.events.stream().map(NumberChanged::what).toList();
    }

    private List<HistoryEntry> history() {
        return fixedHistory().of(workspace, numberId, null, 50);
    }

    private NumberView details() {
        return database.inTransaction(
                entities -> entities.find(ConnectedNumber.class, numberId).view());
    }

    private SenderNumber number() {
        return details().sender();
    }

    private AccountView account() {
        return database.inTransaction(entities ->
                entities.find(ConnectedNumber.class, numberId).account.view());
    }

    private static NumberNode node() {
        return new NumberNode(
                Long.toString(ThreadLocalRandom.current().nextLong(1L << 40)),
                "+1 650-555-1111",
                "Shop",
                "GREEN",
                "TIER_2K",
                null,
                null,
                "CONNECTED",
                "APPROVED",
                "VERIFIED",
                false,
                "CLOUD_API");
    }
}
