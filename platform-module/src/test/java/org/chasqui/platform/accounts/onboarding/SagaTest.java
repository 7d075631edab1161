package org.chasqui.platform.accounts.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step, and every way in which it can fail. */
class SagaTest {
    private static TestDatabase database;
    private final Bench bench = new Bench(database);
    private final FakeMeta meta = bench.meta;

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void goesThroughAllStepsAndTellsOfTheNumberLast() {
        var run = bench.onboardings.exchange(bench.code("11"));

        assertThat(run.state()).isEqualTo(OnboardingState.READY);
        assertThat(run.steps())
                .extracting(StepView::step)
                .containsExactly(
                        Step.EXCHANGE,
                        Step.INSPECT,
                        Step.FIND,
                        Step.SUBSCRIBE,
                        Step.CALLBACK,
                        Step.REGISTER,
                        Step.READY,
                        Step.SYNC);
        assertThat(run.steps()).allMatch(step -> step.state().isBehind() && step.finishedAt() != null);
        assertThat(run.step(Step.CALLBACK).orElseThrow().state()).isEqualTo(StepState.SKIPPED);
        assertThat(meta.deeds).hasSize(3);
        assertThat(meta.deeds.get(0)).isEqualTo("exchange");
        assertThat(meta.deeds.get(1)).isEqualTo("subscribe 1");
        assertThat(meta.deeds.get(2)).matches("register 11 \\d{6}");
        assertThat(bench.connected).containsExactly("1 [11] " + FakeMeta.TOKEN);
    }

    @Test
    void keepsNoSecretThatCanBeRead() {
        bench.onboardings.exchange(bench.code("11"));
        var pin = bench.onboardings
                .showPin(bench.workspace, "11", "ana@example.com")
                .orElseThrow();

        assertThat(pin).matches("\\d{6}");
        assertThat(meta.deeds.get(2)).endsWith(pin);
        assertThat(bench.everything()).doesNotContain(FakeMeta.TOKEN, Bench.CODE, "\"" + pin, "," + pin + ",");
    }

    @Test
    void theSameCodeAgainIsTheSameRunAndDoesNothingTwice() {
        var first = bench.onboardings.exchange(bench.code("11"));
        var again = bench.onboardings.exchange(bench.code("11"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(meta.deeds).hasSize(3);
        assertThat(bench.connected).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Step.EXCHANGE, 400, 100, 36_007, ProblemCode.CODE_EXPIRED),
                Arguments.of(Step.EXCHANGE, 400, 100, 36_009, ProblemCode.CODE_USED),
                Arguments.of(Step.EXCHANGE, 400, 100, null, ProblemCode.CODE_REFUSED),
                Arguments.of(Step.INSPECT, 401, 190, null, ProblemCode.APP_REFUSED),
                Arguments.of(Step.FIND, 400, 100, 33, ProblemCode.NO_ACCOUNT),
                Arguments.of(Step.FIND, 401, 190, 463, ProblemCode.TOKEN_INVALID),
                Arguments.of(Step.FIND, 403, 200, null, ProblemCode.PERMISSION_MISSING),
                Arguments.of(Step.SUBSCRIBE, 403, 10, null, ProblemCode.PERMISSION_MISSING),
                Arguments.of(Step.SUBSCRIBE, 400, 100, null, ProblemCode.META_REFUSED),
                Arguments.of(Step.REGISTER, 400, 133_005, null, ProblemCode.WRONG_PIN),
                Arguments.of(Step.REGISTER, 400, 133_006, null, ProblemCode.NUMBER_NOT_VERIFIED),
                Arguments.of(Step.REGISTER, 400, 133_008, null, ProblemCode.PIN_LOCKED),
                Arguments.of(Step.REGISTER, 400, 133_015, null, ProblemCode.NUMBER_JUST_DELETED),
                Arguments.of(Step.REGISTER, 400, 133_016, null, ProblemCode.REGISTRATION_LOCKED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalStopsTheRunAtItsStepAndTellsNobodyOfTheNumber(
            Step step, int status, int code, Integer subcode, ProblemCode expected) {
        meta.failAt(step, FakeMeta.error(status, code, subcode));

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);

        var run = bench.newest();
        assertThat(run.state()).isEqualTo(OnboardingState.FAILED);
        assertThat(run.nextAt()).isNull();
        assertThat(run.current().orElseThrow().step()).isEqualTo(step);
        var problem = run.problem().orElseThrow();
        assertThat(problem.code()).isEqualTo(expected);
        assertThat(problem.metaCode()).isEqualTo(code);
        assertThat(problem.trace()).isEqualTo("AbJx7");
        assertThat(problem.metaWords()).isEqualTo("Meta's words •••");
        assertThat(problem.how()).isNotBlank();
        assertThat(bench.connected).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"EXCHANGE", "INSPECT", "FIND", "SUBSCRIBE", "REGISTER"})
    void aPassingFaultIsTriedAgainByItselfAndNothingIsDoneTwice(Step step) {
        meta.failAt(step, FakeMeta.error(503, 2, null));

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.PROVIDER_ERROR));
        var waiting = bench.newest();
        assertThat(waiting.state()).isEqualTo(OnboardingState.RUNNING);
        assertThat(waiting.nextAt()).isEqualTo(bench.clock.instant().plusSeconds(1));
        assertThat(waiting.problem().orElseThrow().retryable()).isTrue();

        bench.clock.advance(Duration.ofSeconds(1));
        goOnWithWhatIsDue();

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(bench.newest().step(step).orElseThrow().attempts()).isEqualTo(2);
        assertThat(meta.deeds).hasSize(3);
        assertThat(bench.connected).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"SUBSCRIBE", "REGISTER"})
    void whatMetaHasDoneBeforeTheAnswerWasLostIsNotDoneAgain(Step step) {
        meta.breakOffAfter(step, new RequestFailed(FailureCode.PROVIDER_ERROR, "Read timeout."));

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        bench.clock.advance(Duration.ofSeconds(1));
        goOnWithWhatIsDue();

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(meta.deeds).hasSize(3);
    }

    @Test
    void aCodeWhoseAnswerWasLostIsGoneAndThatIsSaid() {
        meta.breakOffAfter(Step.EXCHANGE, new RequestFailed(FailureCode.PROVIDER_ERROR, "Read timeout."));

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        bench.clock.advance(Duration.ofSeconds(1));
        goOnWithWhatIsDue();

        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.CODE_USED);
        assertThat(bench.newest().problem().orElseThrow().code().mend()).isEqualTo(Mend.REOPEN);
    }

    @Test
    void aCodeIsNotTriedWhenItsThirtySecondsAreOver() {
        meta.failAt(Step.EXCHANGE, FakeMeta.error(503, 2, null));
        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);

        bench.clock.advance(Duration.ofSeconds(31));
        goOnWithWhatIsDue();

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);
        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.CODE_EXPIRED);
        assertThat(meta.deeds).isEmpty();
    }

    @Test
    void aRunWhoseProcessDiedIsTakenUpWhereItWas() {
        meta.failAt(Step.REGISTER, new Died());
        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        // As a process leaves it that is killed in the middle of the call.
        var id = bench.newest().id();
        bench.store.end(id, Step.REGISTER, StepState.RUNNING, Trace.failed(null, null), null);
        bench.store.move(id, OnboardingState.RUNNING, bench.clock.instant().plusSeconds(3));

        goOnWithWhatIsDue();
        assertThat(bench.state(Step.REGISTER)).isEqualTo(StepState.RUNNING);
        bench.clock.advance(Duration.ofSeconds(3));
        goOnWithWhatIsDue();

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(meta.deeds).hasSize(3);
    }

    private static final class Died extends RuntimeException {}

    @Test
    void aRegistrationIsTriedThreeTimesAndNoMoreBecauseMetaCounts() {
        meta.failAt(
                Step.REGISTER,
                FakeMeta.error(500, 133_000, null),
                FakeMeta.error(503, 133_004, null),
                FakeMeta.error(503, 133_004, null),
                FakeMeta.error(503, 133_004, null));
        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        for (int i = 0; i < 5; i++) {
            bench.clock.advance(Duration.ofMinutes(20));
            goOnWithWhatIsDue();
        }

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);
        assertThat(bench.newest().step(Step.REGISTER).orElseThrow().attempts()).isEqualTo(3);
    }

    @Test
    void aWrongPinIsMendedWithTheRightOne() {
        meta.failAt(Step.REGISTER, FakeMeta.error(400, 133_005, null));
        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused ->
                                assertThat(refused.fields()).extracting("field").containsExactly("pin"));

        var id = bench.newest().id();
        bench.onboardings.prepareRetry(bench.workspace, id, new RetryWish(null, "135790", null), "ana@example.com");
        var run = bench.onboardings.advance(bench.workspace, id);

        assertThat(run.state()).isEqualTo(OnboardingState.READY);
        assertThat(meta.deeds).containsExactly("exchange", "subscribe 1", "register 11 135790");
    }

    @Test
    void aMissingPermissionIsNamed() {
        meta.scopes = List.of(InspectWork.MANAGEMENT);

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11")))
                .hasMessageContaining(InspectWork.MESSAGING)
                .hasMessageNotContaining(InspectWork.MANAGEMENT);
        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.PERMISSION_MISSING);
        assertThat(meta.deeds).containsExactly("exchange");
    }

    @Test
    void aTokenOfAnotherAppIsRefusedBeforeItsWebhooksGoElsewhere() {
        meta.appOfToken = "888";

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.OTHER_APP);
    }

    @Test
    void anAccountOfAnotherWorkspaceIsAConflict() {
        bench.taken = "1";

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11")))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refused -> assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT));
    }

    @Test
    void withSeveralNumbersAndNoneNamedAPersonChooses() {
        meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.fresh("11"), FakeMeta.fresh("12"))));

        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code(null))).isInstanceOf(RequestFailed.class);
        var run = bench.newest();
        assertThat(run.problem().orElseThrow().code()).isEqualTo(ProblemCode.CHOOSE_NUMBER);
        assertThat(run.facts().choices()).extracting("id").containsExactly("11", "12");

        bench.onboardings.prepareRetry(bench.workspace, run.id(), new RetryWish(null, null, "12"), "ana@example.com");
        assertThat(bench.onboardings.advance(bench.workspace, run.id()).state()).isEqualTo(OnboardingState.READY);
        assertThat(bench.connected).containsExactly("1 [12] " + FakeMeta.TOKEN);
    }

    @Test
    void aNumberIsFoundInWhicheverAccountWasShared() {
        meta.accounts.put("2", new ArrayList<>(List.of(FakeMeta.fresh("21"))));

        bench.onboardings.exchange(bench.code("21"));

        assertThat(bench.connected).containsExactly("2 [21] " + FakeMeta.TOKEN);
        assertThat(meta.deeds).contains("subscribe 2").doesNotContain("subscribe 1");
    }

    @Test
    void aNumberThatStaysInTheAppIsNotRegistered() {
        meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.number("11", "CONNECTED", "CLOUD_API", true))));

        bench.onboardings.exchange(bench.code(null));

        assertThat(bench.state(Step.REGISTER)).isEqualTo(StepState.SKIPPED);
        assertThat(meta.deeds).noneMatch(deed -> deed.startsWith("register"));
        assertThat(bench.connected).hasSize(1);
    }

    @Test
    void whatTheAppKnowsIsAskedForOnceWhenTheNumberIsConnected() {
        meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.number("11", "CONNECTED", "CLOUD_API", true))));

        bench.onboardings.exchange(bench.code(null));
        bench.onboardings.prepareRetry(
                bench.workspace, bench.newest().id(), new RetryWish(Step.SYNC, null, null), "ana@example.com");
        bench.onboardings.advance(bench.workspace, bench.newest().id());

        assertThat(meta.deeds)
                .containsExactly("exchange", "subscribe 1", "ask 11 smb_app_state_sync", "ask 11 history");
        assertThat(bench.newest().step(Step.SYNC).orElseThrow().answer())
                .isEqualTo("{\"contacts\":\"asked for before\",\"history\":\"asked for before\"}");
    }

    @Test
    void aNumberThatIsNotInTheAppBringsNothingAlong() {
        bench.onboardings.exchange(bench.code("11"));

        assertThat(bench.state(Step.SYNC)).isEqualTo(StepState.SKIPPED);
        assertThat(meta.deeds).noneMatch(deed -> deed.startsWith("ask"));
    }

    @Test
    void theNumberSendsWhileMetaIsStillAskedForTheHistory() {
        meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.number("11", "CONNECTED", "CLOUD_API", true))));
        meta.breakOffAfter(Step.SYNC, FakeMeta.error(503, 2, null));

        var run = bench.onboardings.exchange(bench.code(null));
        assertThat(run.isConnected()).isTrue();
        assertThat(run.problem().orElseThrow().code()).isEqualTo(ProblemCode.META_AWAY);

        bench.clock.advance(Duration.ofSeconds(1));
        goOnWithWhatIsDue();
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(meta.deeds).endsWith("ask 11 smb_app_state_sync", "ask 11 history");
    }

    @ParameterizedTest
    @CsvSource({"2593108, too late", "0, refused: "})
    void whatMetaRefusesToTellOfTheAppKeepsNoNumberFromSending(int subcode, String said) {
        meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.number("11", "CONNECTED", "CLOUD_API", true))));
        meta.failAt(Step.SYNC, FakeMeta.error(400, 100, subcode), FakeMeta.error(400, 100, subcode));

        var run = bench.onboardings.exchange(bench.code(null));

        assertThat(run.state()).isEqualTo(OnboardingState.READY);
        assertThat(run.step(Step.SYNC).orElseThrow().answer()).contains("\"history\":\"" + said);
    }

    @Test
    void anOwnCallbackIsSetOnceAndAForeignOneIsCleared() {
        meta.subscribedElsewhere("1", "https://other.example.com/hook");
        bench.onboardings.exchange(bench.code("11"));
        assertThat(meta.deeds).contains("subscribe 1");

        meta.callback = java.util.Optional.of(URI.create("https://wa.example.com/webhooks/meta"));
        var id = bench.newest().id();
        for (int i = 0; i < 2; i++) {
            bench.onboardings.prepareRetry(
                    bench.workspace, id, new RetryWish(Step.SUBSCRIBE, null, null), "ana@example.com");
            bench.onboardings.advance(bench.workspace, id);
        }

        assertThat(meta.deeds.stream().filter(deed -> deed.endsWith("/webhooks/meta")))
                .hasSize(1);
        assertThat(bench.state(Step.CALLBACK)).isEqualTo(StepState.DONE);
    }

    @Test
    void aNumberThatMetaDoesNotCallConnectedIsNotReady() {
        bench.onboardings.exchange(bench.code("11"));
        meta.accounts.get("1").set(0, FakeMeta.fresh("11"));
        bench.connected.clear();
        bench.connected.add("the account has its token");

        var id = bench.newest().id();
        bench.onboardings.prepareRetry(bench.workspace, id, new RetryWish(Step.READY, null, null), "ana@example.com");
        var run = bench.onboardings.advance(bench.workspace, id);

        assertThat(run.problem().orElseThrow().code()).isEqualTo(ProblemCode.NOT_CONNECTED);
        assertThat(bench.connected).hasSize(1);
    }

    @Test
    void anExpiredCodeCannotBeRetriedByButton() {
        meta.failAt(Step.EXCHANGE, FakeMeta.error(400, 100, 36_007));
        assertThatThrownBy(() -> bench.onboardings.exchange(bench.code("11"))).isInstanceOf(RequestFailed.class);
        bench.clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> bench.onboardings.prepareRetry(
                        bench.workspace, bench.newest().id(), new RetryWish(null, null, null), "ana@example.com"))
                .isInstanceOfSatisfying(RequestFailed.class, refused -> {
                    assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT);
                    assertThat(refused).hasMessageContaining("open the window again");
                });
    }

    @Test
    void anotherWorkspaceSeesNothingOfIt() {
        var run = bench.onboardings.exchange(bench.code("11"));
        var other = new Bench(database).workspace;

        assertThat(bench.onboardings.find(other, run.id())).isEmpty();
        assertThat(bench.onboardings.list(other, 10, null)).isEmpty();
        assertThat(bench.onboardings.showPin(other, "11", "eve@example.com")).isEmpty();
        assertThatThrownBy(() -> bench.onboardings.prepareRetry(
                        other, run.id(), new RetryWish(null, null, null), "eve@example.com"))
                .isInstanceOf(RequestFailed.class);
    }

    private void goOnWithWhatIsDue() {
        bench.store.due(bench.clock.instant(), 100).forEach(bench.saga::advance);
    }
}
