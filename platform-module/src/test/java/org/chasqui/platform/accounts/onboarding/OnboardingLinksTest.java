package org.chasqui.platform.accounts.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnboardingLinksTest {
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

    private LinkView link() {
        return bench.links.create(bench.workspace, "Casa Adire Rio", false, Duration.ofDays(1), "ana@example.com");
    }

    private static String state(LinkView link) {
        return link.url().replace("https://wa.example.com/onboard/", "");
    }

    @Test
    void leadsBackToItself() {
        var link = link();

        assertThat(state(link)).matches("[A-Za-z0-9_-]{43}");
        assertThat(bench.links.resolve(state(link)).orElseThrow().id()).isEqualTo(link.id());
    }

    @Test
    void cannotBeMadeByAnybodyElse() {
        var state = state(link());
        var changed = (state.charAt(0) == 'A' ? 'B' : 'A') + state.substring(1);

        assertThat(bench.links.resolve(changed)).isEmpty();
        assertThat(bench.links.resolve(state.substring(0, 22))).isEmpty();
        assertThat(bench.links.resolve(state + "AA")).isEmpty();
        assertThat(bench.links.resolve("../../etc/passwd")).isEmpty();
        assertThat(bench.links.resolve("")).isEmpty();
    }

    @Test
    void isGoodUntilItsEnd() {
        var link = link();
        assertThat(link.state(bench.clock.instant())).isEqualTo(LinkView.State.OPEN);

        bench.clock.advance(Duration.ofDays(1));
        assertThat(link.state(bench.clock.instant())).isEqualTo(LinkView.State.EXPIRED);
    }

    @Test
    void isTakenBackByItsWorkspaceOnly() {
        var link = link();
        var other = new Bench(database).workspace;
        assertThatThrownBy(() -> bench.links.revoke(other, link.id(), "eve@example.com"))
                .isInstanceOf(RequestFailed.class);

        bench.links.revoke(bench.workspace, link.id(), "ana@example.com");
        bench.links.revoke(bench.workspace, link.id(), "ana@example.com");
        assertThat(bench.links.resolve(state(link)).orElseThrow().state(bench.clock.instant()))
                .isEqualTo(LinkView.State.REVOKED);
        assertThat(bench.links.list(other)).isEmpty();
    }

    @Test
    void isUsedWhenItsNumberIsReadyAndHasOneRun() {
        var link = link();
        var opening = new SignupWindow.Opening(bench.workspace, null, "Casa Adire Rio", false, link.id());
        var run = bench.window.opened(opening);
        assertThat(bench.window.opened(opening)).isEqualTo(run);
        assertThat(bench.links.resolve(state(link)).orElseThrow().usedAt()).isNull();

        bench.window.code(bench.workspace, run, Bench.CODE);

        assertThat(bench.newest().state()).isEqualTo(OnboardingState.READY);
        assertThat(bench.links.resolve(state(link)).orElseThrow().state(bench.clock.instant()))
                .isEqualTo(LinkView.State.USED);
    }

    @Test
    void sayWhomTheyAreForAndForHowLong() {
        assertThatThrownBy(() -> bench.links.create(bench.workspace, " ", false, null, "ana@example.com"))
                .hasMessageContaining("name");
        assertThatThrownBy(
                        () -> bench.links.create(bench.workspace, "Rio", false, Duration.ofDays(31), "ana@example.com"))
                .hasMessageContaining("expires_in");
        assertThat(bench.links
                        .create(bench.workspace, "Rio", false, null, "ana@example.com")
                        .expiresAt())
                .isEqualTo(bench.clock.instant().plus(OnboardingLinks.USUAL_LIFE));
    }
}
