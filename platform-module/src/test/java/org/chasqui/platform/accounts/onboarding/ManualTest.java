package org.chasqui.platform.accounts.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManualTest {
    private static TestDatabase database;
    private final Bench bench = new Bench(database);

    @BeforeAll
    static void open() {
        database = new TestDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private OnboardingView connect(String waba, String number, String token) {
        return bench.onboardings.connectManually(
                new ConnectManually(bench.workspace, "ana@example.com", waba, number, token, null));
    }

    @Test
    void bringsInAllNumbersThatAreRegistered() {
        bench.meta.accounts.put(
                "1",
                new ArrayList<>(List.of(
                        FakeMeta.number("11", "CONNECTED", "CLOUD_API", false),
                        FakeMeta.number("12", "FLAGGED", "CLOUD_API", false),
                        FakeMeta.fresh("13"))));

        var run = connect("1", null, FakeMeta.TOKEN);

        assertThat(bench.connected).containsExactly("1 [11, 12] " + FakeMeta.TOKEN);
        assertThat(run.step(Step.EXCHANGE)).isEmpty();
        assertThat(run.step(Step.REGISTER).orElseThrow().state()).isEqualTo(StepState.SKIPPED);
        assertThat(bench.meta.deeds).containsExactly("subscribe 1");
    }

    @Test
    void registersTheNumberThatIsNamedWhenNobodyHas() {
        connect("1", "11", FakeMeta.TOKEN);

        assertThat(bench.meta.deeds).hasSize(2).last().asString().matches("register 11 \\d{6}");
    }

    @Test
    void takesAnUnfinishedRunUpAgainAndBeginsAnotherAfterTheEnd() {
        bench.meta.failAt(Step.INSPECT, FakeMeta.error(503, 2, null));
        assertRefused(FailureCode.PROVIDER_ERROR, null, () -> connect("1", "11", "token-number-one"));
        var first = bench.newest().id();

        assertThat(connect("1", "11", FakeMeta.TOKEN).id()).isEqualTo(first);
        assertThat(connect("1", "11", FakeMeta.TOKEN).id()).isNotEqualTo(first);
    }

    @Test
    void refusesWhatCannotBeAnIdOrATokenWithoutAskingMeta() {
        assertRefused(FailureCode.VALIDATION_FAILED, "waba_id", () -> connect("1/../2", null, FakeMeta.TOKEN));
        assertRefused(FailureCode.VALIDATION_FAILED, "waba_id", () -> connect("", null, FakeMeta.TOKEN));
        assertRefused(FailureCode.VALIDATION_FAILED, "phone_number_id", () -> connect("1", "+55", FakeMeta.TOKEN));
        assertRefused(FailureCode.VALIDATION_FAILED, "access_token", () -> connect("1", null, "with\nnew line"));

        assertThat(bench.onboardings.list(bench.workspace, 10, null)).isEmpty();
    }

    @Test
    void blamesTheFieldThatMetaMeans() {
        bench.meta.isMute = true;
        assertRefused(FailureCode.VALIDATION_FAILED, "access_token", () -> connect("1", null, FakeMeta.TOKEN));
        bench.meta.isMute = false;
        assertRefused(FailureCode.VALIDATION_FAILED, "waba_id", () -> connect("9", null, FakeMeta.TOKEN));
        assertRefused(FailureCode.VALIDATION_FAILED, "phone_number_id", () -> connect("1", "99", FakeMeta.TOKEN));
        bench.meta.accounts.put("1", new ArrayList<>());
        assertRefused(FailureCode.VALIDATION_FAILED, "waba_id", () -> connect("1", null, FakeMeta.TOKEN));

        assertThat(bench.meta.deeds).isEmpty();
        assertThat(bench.connected).isEmpty();
    }

    private static void assertRefused(FailureCode code, String field, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(RequestFailed.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            if (field != null) {
                assertThat(refusal.fields()).extracting("field").containsExactly(field);
            }
            assertThat(refusal).hasMessageNotContaining(FakeMeta.TOKEN).hasMessageNotContaining("Meta's words");
        });
    }
}
