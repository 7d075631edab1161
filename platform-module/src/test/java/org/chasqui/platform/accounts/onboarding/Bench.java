package org.chasqui.platform.accounts.onboarding;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.accounts.Connected;
import org.chasqui.platform.accounts.Connections;
import org.chasqui.platform.audit.AuditTrail;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.leases.Leases;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.testing.Beans;
import org.chasqui.platform.testing.Fired;
import org.chasqui.platform.testing.GivenConfig;
import org.chasqui.platform.testing.OneConnection;
import org.chasqui.platform.testing.SettableClock;
import org.chasqui.platform.testing.TestDatabase;

/** The onboarding on a real database, with a Meta of our own and everything around it that a test needs. */
final class Bench {
    static final String CODE = "AQBx-code-of-the-window";

    final SettableClock clock = new SettableClock();
    final Ids ids = new Ids(clock);
    final FakeMeta meta = new FakeMeta();
    final UUID workspace;
    final OnboardingStore store;
    final OnboardingLinks links;
    final Onboardings onboardings = new Onboardings();
    final SignupWindow window = new SignupWindow();
    final Saga saga = new Saga();
    final RunSecrets secrets = new RunSecrets();

    /** What has become of accounts: {@code waba [numbers] token}. */
    final List<String> connected = new ArrayList<>();

    /** The WABA that another workspace holds. */
    String taken = "";

    private final TestDatabase database;

    Bench(TestDatabase database) {
        this.database = database;
        var keyring = new Keyring(new SecretBox(List.of(new byte[32])));
        workspace = newWorkspace();
        var dataSource = oneConnection(database.dataSource());
        store = new OnboardingStore(dataSource, clock);
        var settings = new Settings(new GivenConfig(Map.of("chasqui.public-url", "https://wa.example.com")));
        var audit = new AuditTrail() {
            @Override
            public void record(
                    UUID workspaceId, String actor, String action, String subject, Map<String, String> details) {
                // Nobody asks here.
            }
        };
        links = new OnboardingLinks(dataSource, keyring, settings, audit, ids, clock);
        secrets.keyring = keyring;
        wire(audit);
    }

    /** Each statement takes a connection; opening one is slower than all that it does. */
    private static DataSource oneConnection(DataSource dataSource) {
        try {
            return OneConnection.of(dataSource.getConnection());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void wire(AuditTrail audit) {
        var connections = new FakeConnections();
        var token = new RunToken();
        token.secrets = secrets;
        token.connections = connections;
        var works = works(connections, token);
        saga.store = store;
        saga.works = new Beans<>(works);
        saga.leases = new Leases() {
            @Override
            public boolean runAlone(String name, Runnable work) {
                work.run();
                return true;
            }
        };
        saga.clock = clock;
        saga.moved = new Fired<>();
        onboardings.store = store;
        onboardings.secrets = secrets;
        onboardings.saga = saga;
        onboardings.connections = connections;
        onboardings.audit = audit;
        onboardings.ids = ids;
        onboardings.clock = clock;
        window.store = store;
        window.secrets = secrets;
        window.ids = ids;
        window.moved = new Fired<>();
        window.goOnWith(saga::advance);
    }

    private List<StepWork> works(Connections connections, RunToken token) {
        var exchange = new ExchangeWork();
        exchange.meta = meta;
        exchange.store = store;
        exchange.secrets = secrets;
        exchange.clock = clock;
        var inspect = new InspectWork();
        inspect.meta = meta;
        inspect.store = store;
        inspect.token = token;
        var find = new FindWork();
        find.meta = meta;
        find.store = store;
        find.token = token;
        find.connections = connections;
        var subscribe = new SubscribeWork();
        subscribe.meta = meta;
        subscribe.token = token;
        var callback = new CallbackWork();
        callback.meta = meta;
        callback.token = token;
        var register = new RegisterWork();
        register.meta = meta;
        register.store = store;
        register.secrets = secrets;
        register.token = token;
        var ready = new ReadyWork();
        ready.meta = meta;
        ready.store = store;
        ready.links = links;
        ready.token = token;
        ready.connections = connections;
        var sync = new SyncWork();
        sync.meta = meta;
        sync.token = token;
        return List.of(exchange, inspect, find, subscribe, callback, register, ready, sync);
    }

    private UUID newWorkspace() {
        var id = ids.next();
        database.inTransaction(entities -> entities.createNativeQuery(
                        "insert into plt_workspace (id, name, created_at) values (?, 'Shop', now())")
                .setParameter(1, id)
                .executeUpdate());
        return id;
    }

    ExchangeCode code(String phoneNumberId) {
        return new ExchangeCode(workspace, "Shop", CODE, null, phoneNumberId, null, false);
    }

    OnboardingView newest() {
        return onboardings.list(workspace, 1, null).get(0);
    }

    StepState state(Step step) {
        return newest().step(step).orElseThrow().state();
    }

    /** Everything in the tables of the onboarding, as text. */
    String everything() {
        return database.inTransaction(entities -> entities.createNativeQuery(
                        "select string_agg(o::text, ' ') || (select coalesce(string_agg(s::text, ' '), '') from"
                                + " plt_onboarding_step s) from plt_onboarding o")
                .getSingleResult()
                .toString());
    }

    private final class FakeConnections extends Connections {
        @Override
        public void demandFree(UUID workspaceId, String wabaId) {
            if (wabaId.equals(taken)) {
                throw new RequestFailed(FailureCode.CONFLICT, "Taken.");
            }
        }

        @Override
        public Connected connect(UUID workspaceId, WabaNode waba, List<NumberNode> nodes, String accessToken) {
            connected.add(waba.id() + " " + nodes.stream().map(NumberNode::id).toList() + " " + accessToken);
            return new Connected(null, List.of());
        }

        @Override
        public Optional<String> token(UUID workspaceId, String wabaId) {
            return connected.isEmpty() ? Optional.empty() : Optional.of(FakeMeta.TOKEN);
        }
    }
}
