package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphError;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.NumberNode;
import org.chasqui.platform.graph.WabaNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnboardingTest {
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final String TOKEN = "EAAG-0123456789";
    private final List<String> calls = new ArrayList<>();
    private final List<NumberConnected> events = new ArrayList<>();
    private final Onboarding onboarding = new Onboarding();
    private List<NumberNode> numbers = List.of(number("11"), number("12"));
    private GraphFailed graphSays;

    @BeforeEach
    void wire() {
        onboarding.graph = new FakeGraph();
        onboarding.register = new FakeRegister();
        onboarding.numbers = new PhoneNumbers();
        onboarding.connected = new Collecting();
    }

    @Test
    void asksMetaBeforeAnythingIsStored() {
        onboarding.connectManually(WORKSPACE, "1", null, TOKEN);

        assertThat(calls).containsExactly("free 1", "waba 1", "numbers 1", "subscribe 1", "store 1 [11, 12]");
    }

    @Test
    void tellsOthersOfEachNumberAfterItWasStored() {
        onboarding.connectManually(WORKSPACE, "1", null, TOKEN);

        assertThat(events).extracting(event -> event.number().phoneNumberId()).containsExactly("11", "12");
    }

    @Test
    void connectsOnlyTheNumberThatWasNamed() {
        onboarding.connectManually(WORKSPACE, "1", "12", TOKEN);

        assertThat(calls).contains("store 1 [12]");
    }

    @Test
    void refusesANumberOfAnotherAccountWithoutSubscribing() {
        assertRefused("phone_number_id", () -> onboarding.connectManually(WORKSPACE, "1", "99", TOKEN));

        assertThat(calls).containsExactly("free 1", "waba 1", "numbers 1");
    }

    @Test
    void refusesAnAccountWithoutNumbers() {
        numbers = List.of();

        assertRefused("waba_id", () -> onboarding.connectManually(WORKSPACE, "1", null, TOKEN));
    }

    @Test
    void refusesWhatCannotBeAnIdOrATokenWithoutAskingMeta() {
        assertRefused("waba_id", () -> onboarding.connectManually(WORKSPACE, "1/../2", null, TOKEN));
        assertRefused("waba_id", () -> onboarding.connectManually(WORKSPACE, "", null, TOKEN));
        assertRefused("phone_number_id", () -> onboarding.connectManually(WORKSPACE, "1", "+5511", TOKEN));
        assertRefused("access_token", () -> onboarding.connectManually(WORKSPACE, "1", null, "with\nnew line"));

        assertThat(calls).isEmpty();
    }

    @Test
    void blamesTheTokenWhenMetaDoes() {
        for (int code : new int[] {0, 10, 190, 200, 131_005}) {
            graphSays = new GraphFailed(new GraphError(401, code, null, "raw words", null, null));

            assertRefused("access_token", () -> onboarding.connectManually(WORKSPACE, "1", null, TOKEN));
        }
        assertThat(calls).noneMatch(call -> call.startsWith("store"));
    }

    @Test
    void blamesTheIdWhenMetaDoesNotKnowIt() {
        graphSays = new GraphFailed(new GraphError(400, 100, 33, "Unsupported get request", null, null));

        assertRefused("waba_id", () -> onboarding.connectManually(WORKSPACE, "1", null, TOKEN));
    }

    @Test
    void asksToTryAgainWhenMetaIsAway() {
        graphSays = new GraphFailed(new GraphError(503, 2, null, "API Service", null, null));

        assertThatThrownBy(() -> onboarding.connectManually(WORKSPACE, "1", null, TOKEN))
                .isInstanceOfSatisfying(RequestFailed.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(FailureCode.PROVIDER_ERROR);
                    assertThat(refusal.retryAfter()).isNotNull();
                });
    }

    @Test
    void neverRepeatsMetasWordsOrTheToken() {
        graphSays = new GraphFailed(new GraphError(400, 100, null, "raw words", "raw details", null));

        assertThatThrownBy(() -> onboarding.connectManually(WORKSPACE, "1", null, TOKEN))
                .hasMessageNotContaining("raw")
                .hasMessageNotContaining(TOKEN);
    }

    private static void assertRefused(String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(RequestFailed.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(FailureCode.VALIDATION_FAILED);
            assertThat(refusal.fields()).extracting("field").containsExactly(field);
            assertThat(refusal).hasMessageNotContaining("raw words");
        });
    }

    private static NumberNode number(String id) {
        return new NumberNode(
                id, "+1 555", "Shop", "GREEN", "TIER_2K", null, null, "CONNECTED", null, null, false, "CLOUD_API");
    }

    private final class FakeGraph extends GraphAccounts {
        @Override
        WabaNode waba(String wabaId, String token) {
            calls.add("waba " + wabaId);
            if (graphSays != null) {
                throw graphSays;
            }
            return new WabaNode(wabaId, "Shop", "USD", "1", "ACTIVE", null, null);
        }

        @Override
        List<NumberNode> numbers(String wabaId, String token) {
            calls.add("numbers " + wabaId);
            return numbers;
        }

        @Override
        void subscribe(String wabaId, String token) {
            calls.add("subscribe " + wabaId);
        }
    }

    private final class FakeRegister extends AccountRegister {
        @Override
        void demandFree(UUID workspaceId, String wabaId) {
            calls.add("free " + wabaId);
        }

        @Override
        Connected connect(UUID workspaceId, WabaNode waba, List<NumberNode> nodes, String accessToken) {
            calls.add("store " + waba.id() + " "
                    + nodes.stream().map(NumberNode::id).toList());
            var now = Instant.EPOCH;
            var account = new Account(new UUID(0, 2), workspaceId, waba, now);
            return new Connected(
                    account.view(),
                    nodes.stream()
                            .map(node -> new ConnectedNumber(UUID.randomUUID(), account, node, now)
                                    .view()
                                    .sender())
                            .toList());
        }
    }

    private final class Collecting implements Event<NumberConnected> {
        @Override
        public void fire(NumberConnected event) {
            events.add(event);
        }

        @Override
        public <U extends NumberConnected> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends NumberConnected> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<NumberConnected> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends NumberConnected> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends NumberConnected> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
