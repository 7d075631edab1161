package org.chasqui.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.chasqui.sandbox.meta.AccessToken;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.world.Signups.Choice;
import org.chasqui.sandbox.world.Signups.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignupsTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private World world;

    @BeforeEach
    void open() throws IOException {
        App app = new App("1", "secret", "verify", "token", "100000000000001", "200000000000001", "http://localhost:1");
        world = World.open(folder, app, clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Signups.Outcome finish(Trouble trouble) throws IOException {
        Set<String> scopes = Set.of(AccessToken.MANAGEMENT, AccessToken.MESSAGING);
        return world.signups()
                .finish(new Choice(null, "Casa Adire", null, "15550778899", "Casa Adire", false, scopes, trouble));
    }

    private static int code(GraphFailure failure) {
        return failure.code();
    }

    @Test
    void aCodeIsGoodForThirtySecondsAndOneToken() throws IOException {
        Signups.Outcome outcome = finish(Trouble.NONE);
        clock.advance(Duration.ofMillis(29_999));

        AccessToken token = world.signups().redeem(outcome.code()).token();
        assertThat(token.wabas()).containsExactly(outcome.wabaId());
        assertThat(world.signups().redeem(outcome.code()).failure().subcode()).isEqualTo(36_009);
    }

    @Test
    void aCodeThatIsTooOldOrNoneIsRefused() throws IOException {
        Signups.Outcome outcome = finish(Trouble.NONE);
        clock.advance(Duration.ofSeconds(30));

        assertThat(world.signups().redeem(outcome.code()).failure().subcode()).isEqualTo(36_007);
        assertThat(world.signups().redeem("AQnonsense").failure().subcode()).isNull();
        assertThat(world.signups()
                        .redeem(finish(Trouble.EXPIRED_CODE).code())
                        .failure()
                        .subcode())
                .isEqualTo(36_007);
    }

    @Test
    void aNewNumberMustBeRegistered() throws IOException {
        BusinessNumber number = world.catalog().number(finish(Trouble.NONE).phoneNumberId());
        assertThat(number.registration().isRegistered()).isFalse();
        assertThat(code(number.checkState())).isEqualTo(133_010);

        assertThat(world.management().register(number, "123456")).isNull();
        assertThat(number.checkState()).isNull();
    }

    @Test
    void troubleIsWhatMetaWouldSay() throws IOException {
        assertThat(code(register(Trouble.OTHER_PIN))).isEqualTo(133_005);
        assertThat(code(register(Trouble.NOT_VERIFIED))).isEqualTo(133_006);
        assertThat(code(register(Trouble.LOCKED))).isEqualTo(133_016);
    }

    private GraphFailure register(Trouble trouble) throws IOException {
        BusinessNumber number = world.catalog().number(finish(trouble).phoneNumberId());
        return world.management().register(number, "123456");
    }

    @Test
    void aPinIsGuessedFiveTimesAndTheLockIsTenTriesLong() throws IOException {
        BusinessNumber number = world.catalog().number(finish(Trouble.OTHER_PIN).phoneNumberId());
        for (int i = 0; i < 5; i++) {
            assertThat(code(world.management().register(number, "000000"))).isEqualTo(133_005);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(code(world.management().register(number, Signups.FOREIGN_PIN)))
                    .isEqualTo(133_008);
        }
        assertThat(code(world.management().register(number, Signups.FOREIGN_PIN)))
                .isEqualTo(133_016);
    }

    @Test
    void theLockOutlivesARestart() throws IOException {
        String id = finish(Trouble.LOCKED).phoneNumberId();
        world.close();
        open();

        BusinessNumber number = world.catalog().number(id);
        assertThat(code(world.management().register(number, "123456"))).isEqualTo(133_016);
        clock.advance(Duration.ofHours(72));
        assertThat(world.management().register(number, "123456")).isNull();
    }

    @Test
    void aNumberOfTheAppComesRegistered() throws IOException {
        Choice choice = new Choice(null, "Shop", null, "15550778898", "Shop", true, Set.of(), Trouble.NONE);
        BusinessNumber number =
                world.catalog().number(world.signups().finish(choice).phoneNumberId());

        assertThat(number.registration().isRegistered()).isTrue();
        assertThat(number.throughput()).isEqualTo(Throughput.COEXISTENCE);
    }

    @Test
    void whatIsNotThereCannotBeChosen() {
        Choice choice = new Choice("42", "Shop", null, "15550778898", "Shop", false, Set.of(), Trouble.NONE);
        assertThatThrownBy(() -> world.signups().finish(choice)).hasMessageContaining("no account 42");
    }
}
