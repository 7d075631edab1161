package org.chasqui.platform.accounts.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two channels, in either order, doubled, lost, or telling of an end before the end. */
class SignupWindowTest {
    private static final String FINISH = """
            {"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","version":3,
             "data":{"phone_number_id":"12","waba_id":"1","business_id":"91"}}""";
    private static final String IN_APP = """
            {"type":"WA_EMBEDDED_SIGNUP","event":"FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING","version":3,
             "data":{"waba_id":"1"}}""";
    private static final String CANCEL = """
            {"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","version":3,"data":{"current_step":"PHONE_NUMBER_SETUP"}}""";
    private static final String ERROR = """
            {"type":"WA_EMBEDDED_SIGNUP","event":"CANCEL","data":{"error_message":"We could not verify","error_id":"524126",
             "session_id":"f34b51dab5e0498","timestamp":"1746041036"}}""";

    private static TestDatabase database;
    private final Bench bench = new Bench(database);
    private final SignupWindow window = bench.window;
    private UUID run;

    @BeforeAll
    static void openDatabase() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void openWindow() {
        bench.meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.fresh("11"), FakeMeta.fresh("12"))));
        run = open(bench.ids.next());
    }

    private UUID open(UUID id) {
        return window.opened(new SignupWindow.Opening(bench.workspace, id, "ana@example.com", false, null));
    }

    @Test
    void waitsWhileTheWindowIsOpen() {
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.WAITING);
        assertThat(bench.state(Step.WINDOW)).isEqualTo(StepState.RUNNING);
        assertThat(bench.newest().nextAt()).isNull();
    }

    @Test
    void theMessageThenTheCode() {
        window.heard(bench.workspace, run, FINISH);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.WAITING);
        window.code(bench.workspace, run, Bench.CODE);

        assertReadyWith("12");
    }

    @Test
    void theCodeThenTheMessageASecondLater() {
        window.code(bench.workspace, run, Bench.CODE);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.RUNNING);
        assertThat(bench.newest().current().orElseThrow().step()).isEqualTo(Step.FIND);
        bench.clock.advance(Duration.ofMillis(700));
        window.heard(bench.workspace, run, FINISH);

        assertReadyWith("12");
    }

    @Test
    void theCodeThenTheMessageAfterItWasGivenUp() {
        window.code(bench.workspace, run, Bench.CODE);
        for (int i = 0; i < 4; i++) {
            bench.clock.advance(Duration.ofSeconds(6));
            bench.store.due(bench.clock.instant(), 10).forEach(bench.saga::advance);
        }
        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.CHOOSE_NUMBER);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);
        window.heard(bench.workspace, run, FINISH);

        assertReadyWith("12");
    }

    @Test
    void theMessageLostButOnlyOneNumberThere() {
        bench.meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.fresh("11"))));
        window.code(bench.workspace, run, Bench.CODE);

        assertReadyWith("11");
        assertThat(bench.state(Step.WINDOW)).isEqualTo(StepState.DONE);
        window.heard(bench.workspace, run, FINISH);
        assertReadyWith("11");
        assertThat(bench.newest().step(Step.WINDOW).orElseThrow().answer()).contains("FINISH");
    }

    @Test
    void bothTwice() {
        window.heard(bench.workspace, run, FINISH);
        window.heard(bench.workspace, run, FINISH);
        window.code(bench.workspace, run, Bench.CODE);
        window.code(bench.workspace, run, Bench.CODE);
        window.heard(bench.workspace, run, FINISH);
        window.closed(bench.workspace, run);

        assertReadyWith("12");
        assertThat(bench.meta.deeds).hasSize(3);
    }

    @Test
    void aWindowThatIsClosedEarlyCancels() {
        window.heard(bench.workspace, run, CANCEL);
        window.closed(bench.workspace, run);

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.CANCELLED);
        assertThat(bench.newest().step(Step.WINDOW).orElseThrow().answer()).contains("PHONE_NUMBER_SETUP");
        assertThat(bench.meta.deeds).isEmpty();
    }

    @Test
    void aCancelledRunGoesOnWhenItsWindowIsOpenedAgain() {
        window.heard(bench.workspace, run, CANCEL);
        assertThat(open(run)).isEqualTo(run);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.WAITING);
        window.heard(bench.workspace, run, FINISH);
        window.code(bench.workspace, run, Bench.CODE);

        assertReadyWith("12");
        assertThat(bench.newest().step(Step.WINDOW).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void anErrorOfTheWindowIsToldWithWhatMetasSupportWants() {
        window.heard(bench.workspace, run, ERROR);
        window.closed(bench.workspace, run);

        var problem = bench.newest().problem().orElseThrow();
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);
        assertThat(problem.code()).isEqualTo(ProblemCode.WINDOW_FAILED);
        assertThat(problem.metaWords()).contains("We could not verify").contains("524126");
        assertThat(problem.trace()).isEqualTo("f34b51dab5e0498");
    }

    @Test
    void aWindowThatWasFinishedButGaveNoCodeSaysSo() {
        window.heard(bench.workspace, run, FINISH);
        window.closed(bench.workspace, run);

        assertThat(bench.newest().problem().orElseThrow().code()).isEqualTo(ProblemCode.NO_CODE);
    }

    @Test
    void aNewCodeMendsWhatAnExpiredOneLeft() {
        window.heard(bench.workspace, run, FINISH);
        bench.meta.failAt(Step.EXCHANGE, FakeMeta.error(400, 100, 36_007));
        window.code(bench.workspace, run, Bench.CODE);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);

        open(run);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.FAILED);
        window.heard(bench.workspace, run, FINISH);
        window.code(bench.workspace, run, Bench.CODE + "-two");

        assertReadyWith("12");
    }

    @Test
    void aNumberOfTheAppIsNotRegistered() {
        bench.meta.accounts.put("1", new ArrayList<>(List.of(FakeMeta.number("11", "CONNECTED", "CLOUD_API", true))));
        window.heard(bench.workspace, run, IN_APP);
        window.code(bench.workspace, run, Bench.CODE);

        assertReadyWith("11");
        assertThat(bench.newest().coexistence()).isTrue();
        assertThat(bench.state(Step.REGISTER)).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void whatIsNoMessageOfSignupChangesNothing() {
        window.heard(bench.workspace, run, "not JSON");
        window.heard(bench.workspace, run, "{\"type\":\"something else\",\"event\":\"FINISH\"}");
        window.heard(bench.workspace, run, FINISH.replace("FINISH", "DANCE"));

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.WAITING);
        assertThat(bench.newest().step(Step.WINDOW).orElseThrow().answer()).isNull();
    }

    @Test
    void aRunThatIsReadyStaysAsItIs() {
        theMessageThenTheCode();
        window.heard(bench.workspace, run, CANCEL);
        window.code(bench.workspace, run, Bench.CODE + "-two");

        assertReadyWith("12");
        assertThatThrownBy(() -> open(run)).isInstanceOf(RequestFailed.class);
    }

    @Test
    void nobodyElsesRunIsTouched() {
        var other = new Bench(database).workspace;

        assertThatThrownBy(() -> window.code(other, run, Bench.CODE)).isInstanceOf(RequestFailed.class);
        assertThatThrownBy(() -> window.opened(new SignupWindow.Opening(other, run, "eve@example.com", false, null)))
                .isInstanceOf(RequestFailed.class);
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.WAITING);
    }

    private void assertReadyWith(String number) {
        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(bench.connected).containsExactly("1 [" + number + "] " + FakeMeta.TOKEN);
    }
}
