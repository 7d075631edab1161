package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountRegisterTest {
    private static TestDatabase database;
    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);
    private final List<String> audited = new ArrayList<>();
    private final Fired<AccountAdded> accountsAdded = new Fired<>();
    private final Fired<NumberAdded> numbersAdded = new Fired<>();
    private final UUID workspace = workspace();
    private final String wabaId = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40));
    private Keyring keyring = new Keyring(new SecretBox(List.of(key(1))));

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void storesTheTokenUnreadablyAndGivesItBack() {
        var connected = connect(workspace, "EAAG-secret", node("1", "GREEN"));

        assertThat(token(connected)).isEqualTo("EAAG-secret");
        var row = database.inTransaction(
                entities -> entities.createNativeQuery("select plt_account::text from plt_account where waba_id = ?")
                        .setParameter(1, wabaId)
                        .getSingleResult());
        assertThat(row.toString()).doesNotContain("EAAG-secret");
    }

    @Test
    void bringsEverythingUpToDateWhenConnectedAgain() {
        var first = connect(workspace, "token-one", node("1", "GREEN"));
        var again = connect(workspace, "token-two", node("1", "RED"), node("2", "GREEN"));

        assertThat(again.account().id()).isEqualTo(first.account().id());
        assertThat(again.numbers().get(0).id()).isEqualTo(first.numbers().get(0).id());
        assertThat(again.numbers().get(0).qualityRating()).isEqualTo("RED");
        assertThat(again.numbers()).hasSize(2);
        assertThat(token(again)).isEqualTo("token-two");
        assertThat(audited).containsExactly("account.connected", "account.reconnected");
    }

    @Test
    void tellsOfWhatIsHereForTheFirstTimeAndOfNothingElse() {
        var first = connect(workspace, "token-one", node("1", "GREEN"));
        connect(workspace, "token-one", node("1", "RED"), node("2", "GREEN"));

        assertThat(accountsAdded.events)
                .extracting(AccountAdded::workspaceId, added -> added.account().id())
                .containsExactly(tuple(workspace, first.account().id()));
        assertThat(numbersAdded.events)
                .extracting(added -> added.number().phoneNumberId(), NumberAdded::held)
                .containsExactly(tuple(wabaId + "1", null), tuple(wabaId + "2", null));
    }

    @Test
    void doesNotCallTheSameTokenNews() {
        connect(workspace, "token-one", node("1", "GREEN"));
        connect(workspace, "token-one", node("1", "GREEN"));

        assertThat(audited).containsExactly("account.connected");
    }

    @Test
    void refusesAnAccountThatAnotherWorkspaceHolds() {
        connect(workspace, "token-one", node("1", "GREEN"));

        assertThatThrownBy(() -> connect(workspace(), "token-two", node("1", "GREEN")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.CONFLICT));
    }

    @Test
    void takesANumberThatMetaListsNoMoreForDeleted() {
        var connected = connect(workspace, "token-one", node("1", "GREEN"), node("2", "GREEN"));

        with(register -> {
            register.refresh(connected.account().id(), waba(), List.of(node("1", "YELLOW")));
            return null;
        });

        var numbers = database.inTransaction(
                entities -> store(entities).ofAccount(connected.account().id()).stream()
                        .map(ConnectedNumber::view)
                        .map(NumberView::sender)
                        .toList());
        assertThat(numbers).extracting(SenderNumber::qualityRating).containsExactly("YELLOW", "GREEN");
        assertThat(numbers).extracting(SenderNumber::status).containsExactly("CONNECTED", "DELETED");
    }

    /** Graph's answer and the check of a token are written at the same moment. */
    @Test
    void waitsForWhoeverWritesTheSameAccount() throws Exception {
        var connected = connect(workspace, "token-one", node("1", "GREEN"));
        var id = connected.account().id();
        var pool = Executors.newFixedThreadPool(8);
        try {
            var work = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 16; i++) {
                var shop = new WabaNode(wabaId, "Shop " + i, "USD", "1", "ACTIVE", "verified", "ns", null);
                work.add(() -> with(register -> {
                    register.refresh(id, shop, List.of(node("1", "GREEN")));
                    return null;
                }));
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void movesTokensOverToANewKeyWhenItRefreshes() {
        var connected = connect(workspace, "token-one", node("1", "GREEN"));
        keyring = new Keyring(new SecretBox(List.of(key(2), key(1))));
        with(register -> {
            register.refresh(connected.account().id(), waba(), List.of(node("1", "GREEN")));
            return null;
        });

        keyring = new Keyring(new SecretBox(List.of(key(2))));

        assertThat(token(connected)).isEqualTo("token-one");
    }

    @Test
    void letsAnAccountBeConnectedAgainAfterItsKeyWasLost() {
        connect(workspace, "token-one", node("1", "GREEN"));
        keyring = new Keyring(new SecretBox(List.of(key(3))));

        assertThat(token(connect(workspace, "token-two", node("1", "GREEN")))).isEqualTo("token-two");
    }

    @Test
    void knowsHowFastANumberMaySend() {
        assertThat(rate("STANDARD", false)).isEqualTo(80);
        assertThat(rate("HIGH", false)).isEqualTo(1_000);
        assertThat(rate("HIGH", true)).isEqualTo(20);
        assertThat(rate("NOT_APPLICABLE", false)).isEqualTo(80);
    }

    private int rate(String level, boolean onBizApp) {
        var node = new NumberNode(
                "9",
                "+1",
                null,
                null,
                null,
                "TIER_1K",
                new NumberNode.Throughput(level),
                "CONNECTED",
                null,
                null,
                onBizApp,
                "CLOUD_API");
        var account = new Account(ids.next(), workspace, waba(), clock.instant());
        return new ConnectedNumber(ids.next(), account, node, clock.instant())
                .view()
                .sender()
                .messagesPerSecond();
    }

    private WabaNode waba() {
        return new WabaNode(wabaId, "Shop", "USD", "1", "ACTIVE", "verified", "ns", null);
    }

    private NumberNode node(String suffix, String quality) {
        return new NumberNode(
                wabaId + suffix,
                "+1 555",
                "Shop",
                quality,
                "TIER_2K",
                null,
                null,
                "CONNECTED",
                "APPROVED",
                "VERIFIED",
                false,
                "CLOUD_API");
    }

    private UUID workspace() {
        var id = ids.next();
        database.inTransaction(entities -> entities.createNativeQuery(
                        "insert into plt_workspace (id, name, created_at) values (?, 'w', now())")
                .setParameter(1, id)
                .executeUpdate());
        return id;
    }

    private Connected connect(UUID owner, String token, NumberNode... nodes) {
        return with(register -> register.connect(owner, waba(), List.of(nodes), token));
    }

    private String token(Connected connected) {
        return database.inTransaction(entities -> {
            var directory = new NumberDirectory();
            directory.store = store(entities);
            directory.keyring = keyring;
            return directory.token(connected.account().id()).orElseThrow();
        });
    }

    private <T> T with(Function<AccountRegister, T> work) {
        return database.inTransaction(entities -> {
            var register = new AccountRegister();
            register.store = store(entities);
            register.keyring = keyring;
            register.ids = ids;
            register.clock = clock;
            register.changes = changes();
            register.accountAdded = accountsAdded;
            register.numberAdded = numbersAdded;
            register.audit = new AuditTrail() {
                @Override
                public void record(UUID id, String actor, String action, String subject, Map<String, String> details) {
                    audited.add(action);
                }
            };
            return work.apply(register);
        });
    }

    private NumberChanges changes() {
        var changes = new NumberChanges();
        changes.history = new NumberHistory();
        changes.history.dataSource = database.dataSource();
        changes.history.ids = ids;
        changes.history.clock = clock;
        changes.changed = new Fired<>();
        changes.clock = clock;
        return changes;
    }

    private static AccountStore store(jakarta.persistence.EntityManager entities) {
        var store = new AccountStore();
        store.entities = entities;
        return store;
    }

    private static byte[] key(int seed) {
        var key = new byte[SecretBox.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
