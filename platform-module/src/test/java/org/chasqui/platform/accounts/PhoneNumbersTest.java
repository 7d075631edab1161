package org.chasqui.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
    private static final UUID OURS = new UUID(0, 1);
    private static final UUID THEIRS = new UUID(0, 2);
    private final SettableClock clock = new SettableClock();
    private final Table table = new Table();
    private final PhoneNumbers numbers = new PhoneNumbers(table, clock);

    @Test
    void areFoundByOurIdAndByMetas() {
        var number = table.add(OURS, "11");

        assertThat(numbers.find(OURS, number.id().toString())).contains(number);
        assertThat(numbers.find(OURS, number.id().toString().toUpperCase(Locale.ROOT)))
                .contains(number);
        assertThat(numbers.find(OURS, "11")).contains(number);
        assertThat(numbers.byPhoneNumberId("11")).contains(number);
    }

    @Test
    void areNotFoundFromAnotherWorkspace() {
        var number = table.add(THEIRS, "11");

        assertThat(numbers.find(OURS, "11")).isEmpty();
        assertThat(numbers.find(OURS, number.id().toString())).isEmpty();
        assertThat(numbers.list(OURS)).isEmpty();
        assertThat(numbers.all()).containsExactly(number);
    }

    @Test
    void costNoQueryWhileTheyAreFresh() {
        table.add(OURS, "11");
        for (int i = 0; i < 100; i++) {
            numbers.find(OURS, "11");
        }

        assertThat(table.reads).isEqualTo(1);
    }

    @Test
    void areReadAgainAfterTenSeconds() {
        table.add(OURS, "11");
        numbers.list(OURS);
        table.add(OURS, "12");
        assertThat(numbers.list(OURS)).hasSize(1);

        clock.advance(Duration.ofSeconds(10));

        assertThat(numbers.list(OURS)).hasSize(2);
    }

    @Test
    void areReadAgainAtOnceAfterAChangeOnThisNode() {
        numbers.list(OURS);
        table.add(OURS, "11");

        numbers.changed();

        assertThat(numbers.list(OURS)).hasSize(1);
    }

    @Test
    void areLookedForOnceMoreWhenAnotherNodeMayHaveConnectedThem() {
        numbers.list(OURS);
        var number = table.add(OURS, "11");
        clock.advance(Duration.ofSeconds(1));

        assertThat(numbers.byPhoneNumberId("11")).contains(number);
    }

    @Test
    void costOneQueryASecondAtMostWhenTheyDoNotExist() {
        numbers.list(OURS);
        for (int i = 0; i < 100; i++) {
            assertThat(numbers.find(OURS, "no" + i)).isEmpty();
        }

        assertThat(table.reads).isEqualTo(1);
    }

    @Test
    void doNotKeepWhatWasReadBeforeAChange() {
        table.add(OURS, "11");
        table.whileReading = () -> {
            table.whileReading = () -> {};
            numbers.changed();
        };
        numbers.list(OURS);
        table.add(OURS, "12");

        assertThat(numbers.list(OURS)).hasSize(2);
    }

    @Test
    void haveATokenOrSayThatTheyMustBeConnectedAgain() {
        var number = table.add(OURS, "11");

        assertThatThrownBy(() -> numbers.accessToken(number))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_NOT_READY));
        table.token = "EAAG";
        assertThat(numbers.accessToken(number)).isEqualTo("EAAG");
    }

    private static final class Table extends NumberDirectory {
        private final List<NumberView> rows = new ArrayList<>();
        private Runnable whileReading = () -> {};
        private String token;
        private int reads;

        SenderNumber add(UUID workspace, String metaId) {
            var sender = new SenderNumber(
                    UUID.randomUUID(),
                    workspace,
                    new UUID(9, 9),
                    "1",
                    metaId,
                    "+1",
                    null,
                    "GREEN",
                    null,
                    "STANDARD",
                    80,
                    "CONNECTED");
            rows.add(new NumberView(sender, null, null, null, false, null, null, false, Instant.EPOCH, Instant.EPOCH));
            return sender;
        }

        @Override
        List<NumberView> all() {
            reads++;
            var read = List.copyOf(rows);
            whileReading.run();
            return read;
        }

        @Override
        Optional<String> token(UUID accountId) {
            return Optional.ofNullable(token);
        }
    }
}
