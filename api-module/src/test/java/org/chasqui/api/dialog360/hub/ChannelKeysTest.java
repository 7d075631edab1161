package org.chasqui.api.dialog360.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.api.testing.ApiDatabase;
import org.chasqui.api.testing.InTransaction;
import org.chasqui.messaging.sql.Sql;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.NewApiKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each key is made in a transaction of its own against a database; keys are in memory. */
@Timeout(60)
class ChannelKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);
    private static final UUID FIRST = new UUID(3, 1);
    private static final UUID SECOND = new UUID(3, 2);

    private final ApiDatabase database = new ApiDatabase();
    private final List<ApiKeyView> made = new CopyOnWriteArrayList<>();
    private final AtomicInteger making = new AtomicInteger();
    private @Nullable Integer maxChannels = 1;
    private boolean waitsForAnother;

    @Test
    void keysAreForNoMoreChannelsThanThePartnerHasSaid() {
        make(FIRST);
        make(FIRST);
        assertThatThrownBy(() -> make(SECOND))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT));

        maxChannels = null;
        make(SECOND);
        assertThat(made).hasSize(3);
    }

    @Test
    void whatIsNotValidAnyMoreTakesNoPlace() {
        make(FIRST);
        made.replaceAll(key -> key(key.id(), FIRST, NOW));

        make(SECOND);

        assertThat(keys(database.sql()).of(number(FIRST))).isEmpty();
        assertThat(keys(database.sql()).of(number(SECOND))).hasSize(1);
    }

    @Test
    void twoCallsAtOnceAreNotTwoChannelsWhereThereMayBeOne() throws Exception {
        waitsForAnother = true;
        var pool = Executors.newFixedThreadPool(2);
        try {
            var calls = pool.invokeAll(List.<Callable<NewApiKey>>of(() -> make(FIRST), () -> make(SECOND)));

            assertThat(calls.stream().filter(ChannelKeysTest::isMade)).hasSize(1);
            assertThat(made).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean isMade(Future<NewApiKey> call) {
        try {
            call.get();
            return true;
        } catch (Exception refused) {
            assertThat(refused).hasRootCauseInstanceOf(RequestFailed.class);
            return false;
        }
    }

    private NewApiKey make(UUID channel) {
        var wish = new CreateApiKey(WORKSPACE, "Hub", KeyKind.DIALOG360, Set.of("*"), channel, null, "ana@example.com");
        return InTransaction.of(database, sql -> keys(sql).make(channel, wish));
    }

    private ChannelKeys keys(Sql sql) {
        var keys = new ChannelKeys();
        keys.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        keys.store = new HubStore();
        keys.store.jdbc = sql;
        keys.keys = new ApiKeys() {
            @Override
            public List<ApiKeyView> list(UUID workspaceId) {
                return List.copyOf(made);
            }

            @Override
            public NewApiKey create(CreateApiKey wish) {
                making.incrementAndGet();
                if (waitsForAnother) {
                    awaitAnother();
                }
                var key = key(UUID.randomUUID(), wish.phoneNumberId(), null);
                made.add(key);
                return new NewApiKey(key, "cm_secret");
            }
        };
        keys.world = new HubWorld() {
            @Override
            public List<Channel> channels(UUID workspaceId) {
                return new ArrayList<>(
                        List.of(channel(workspaceId, FIRST.toString()), channel(workspaceId, SECOND.toString())));
            }

            @Override
            public Channel channel(UUID workspaceId, String id) {
                var client = new HubClient(account(), new ClientNotes(ACCOUNT, null, maxChannels));
                return new Channel(number(UUID.fromString(id)), client, NOW);
            }
        };
        return keys;
    }

    /** Until the other call waits for this one, or makes its key as well, which it must not. */
    private void awaitAnother() {
        while (making.get() < 2 && waiting() == 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private int waiting() {
        return database.sql().run("looking who waits", connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static ApiKeyView key(UUID id, @Nullable UUID channel, @Nullable Instant revokedAt) {
        return new ApiKeyView(
                id,
                WORKSPACE,
                "Hub",
                KeyKind.DIALOG360,
                "cm_",
                Set.of("*"),
                channel,
                NOW,
                null,
                revokedAt,
                null,
                "ana@example.com");
    }

    private static AccountView account() {
        return new AccountView(
                ACCOUNT, "102290129340398", "Bakery", "EUR", null, "ACTIVE", null, "ns", null, null, null, null, NOW);
    }

    private static SenderNumber number(UUID id) {
        return new SenderNumber(
                id,
                WORKSPACE,
                ACCOUNT,
                "102290129340398",
                "10654035224292" + id.getLeastSignificantBits(),
                "+1 415-555-0100",
                "Bakery",
                "GREEN",
                null,
                "STANDARD",
                80,
                "CONNECTED");
    }
}
