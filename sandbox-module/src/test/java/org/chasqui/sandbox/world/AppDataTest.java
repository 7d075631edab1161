package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppDataTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final App app =
            new App("1", "secret", "verify", "token", "100000000000001", "200000000000001", "http://localhost:1");
    private World world;

    @BeforeEach
    void open() throws IOException {
        world = World.open(folder, app, clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachKindIsToldOnce() throws IOException {
        BusinessNumber number = newcomer(true);

        assertThat(ask(number, AppData.Kind.SMB_APP_STATE_SYNC)).isNull();
        assertThat(ask(number, AppData.Kind.HISTORY)).isNull();
        assertThat(ask(number, AppData.Kind.HISTORY)).isEqualTo(2_593_107);
    }

    @Test
    void whatWasAskedForIsKnownAfterARestart() throws IOException {
        BusinessNumber number = newcomer(true);
        ask(number, AppData.Kind.HISTORY);

        world.close();
        open();

        assertThat(ask(world.catalog().number(number.id()), AppData.Kind.HISTORY))
                .isEqualTo(2_593_107);
    }

    @Test
    void aDayAfterTheOnboardingIsTooLate() throws IOException {
        BusinessNumber number = newcomer(true);
        clock.advance(Duration.ofHours(24).plusMillis(1));

        assertThat(ask(number, AppData.Kind.HISTORY)).isEqualTo(2_593_108);
    }

    @Test
    void aNumberWithoutTheAppHasNothingToTell() throws IOException {
        assertThat(ask(newcomer(false), AppData.Kind.HISTORY)).isEqualTo(33);
    }

    private BusinessNumber newcomer(boolean coexistence) throws IOException {
        Waba waba = world.management().createWaba("Casa Adire");
        return world.management().addNewcomer(waba, "15550778898", "Casa Adire", coexistence);
    }

    /** The subcode of the refusal; null when there is none. */
    private Integer ask(BusinessNumber number, AppData.Kind kind) throws IOException {
        var failure = new AppData(world).request(number, kind);
        return failure == null ? null : failure.subcode();
    }
}
