package org.chasqui.analytics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chasqui.analytics.testing.AnalyticsDatabase;
import org.chasqui.messaging.messages.Direction;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.MessagesMoved;
import org.chasqui.messaging.messages.Milestones;
import org.chasqui.messaging.messages.Move;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.accounts.health.Hearing.Silence;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.testing.SettableClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Webhooks silently stop until somebody restarts the container": here somebody is told. */
class HearingWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static AnalyticsDatabase database;

    private final SenderNumber number = Sample.number();
    private final SettableClock clock = new SettableClock();
    private HearingWatch watch;

    @BeforeAll
    static void open() {
        database = new AnalyticsDatabase();
    }

    @BeforeEach
    void aNodeStarts() {
        clock.set(NOON);
        watch = node();
    }

    @Test
    void aNumberThatSendsAndHearsNothingIsSilent() {
        accepted(watch, 1);
        after(Duration.ofMinutes(3));
        accepted(watch, 2);

        after(HearingWatch.PATIENCE.minusMinutes(3));

        assertThat(watch.silence(number)).contains(new Silence(NOON, 3));
    }

    @Test
    void nothingIsSaidBeforeMetaHasHadItsTime() {
        accepted(watch, 1);

        after(HearingWatch.PATIENCE.minusSeconds(1));

        assertThat(watch.silence(number)).isEmpty();
    }

    @Test
    void aNumberThatSendsNothingHasNothingToHearOf() {
        accepted(watch, 1);
        heard(watch);

        after(Duration.ofDays(30));

        assertThat(watch.silence(number)).isEmpty();
        assertThat(watch.silence(Sample.number())).isEmpty();
    }

    @Test
    void oneWebhookEndsTheSilence() {
        accepted(watch, 5);
        after(HearingWatch.PATIENCE);
        assertThat(watch.silence(number)).isPresent();

        heard(watch);

        assertThat(watch.silence(number)).isEmpty();
    }

    @Test
    void whatIsSentAfterTheLastWebhookCounts() {
        accepted(watch, 5);
        heard(watch);
        watch.write();
        after(Duration.ofMinutes(1));
        accepted(watch, 1);

        after(HearingWatch.PATIENCE);

        assertThat(watch.silence(number)).contains(new Silence(NOON.plus(Duration.ofMinutes(1)), 1));
    }

    @Test
    void oneNodeSendsAndAnotherHears() {
        var other = node();
        accepted(watch, 4);
        watch.write();
        after(Duration.ofSeconds(5));
        heard(other);
        other.write();

        after(HearingWatch.PATIENCE);

        assertThat(watch.silence(number)).isEmpty();
    }

    @Test
    void whatANodeWritesLateDoesNotHideWhatAnotherHasHeardBefore() {
        var other = node();
        accepted(watch, 1);
        after(Duration.ofSeconds(5));
        heard(other);
        other.write();
        watch.write();

        after(HearingWatch.PATIENCE);

        assertThat(watch.silence(number)).isEmpty();
    }

    @Test
    void aNodeThatHasJustStartedListensFirst() {
        accepted(watch, 1);
        watch.write();
        after(Duration.ofHours(5));
        var restarted = node();

        assertThat(restarted.silence(number)).isEmpty();
        after(HearingWatch.PATIENCE);
        assertThat(restarted.silence(number)).contains(new Silence(NOON, 1));
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        accepted(watch, 2);
        database.execute("alter table ana_hearing rename to ana_hearing_away");
        try {
            watch.write();
        } finally {
            database.execute("alter table ana_hearing_away rename to ana_hearing");
        }
        accepted(watch, 1);

        after(HearingWatch.PATIENCE);

        assertThat(watch.silence(number)).contains(new Silence(NOON, 3));
    }

    private HearingWatch node() {
        var node = new HearingWatch();
        node.log = new HearingLog();
        node.log.sql = database.jdbc();
        node.clock = clock;
        node.begin(new DatabaseReady());
        return node;
    }

    private void after(Duration time) {
        clock.advance(time);
    }

    private void accepted(HearingWatch node, int messages) {
        for (int i = 0; i < messages; i++) {
            node.moved(moved("settle", MessageStatus.QUEUED, MessageStatus.ACCEPTED));
        }
    }

    private void heard(HearingWatch node) {
        node.moved(moved("merge", MessageStatus.ACCEPTED, MessageStatus.SENT));
    }

    private MessagesMoved moved(String source, MessageStatus from, MessageStatus to) {
        return new MessagesMoved(
                source,
                List.of(new Move(
                        UUID.randomUUID(),
                        number.workspaceId(),
                        number.id(),
                        Direction.OUTBOUND,
                        "utility",
                        null,
                        null,
                        "14155550100",
                        clock.instant(),
                        from,
                        to,
                        Set.of(to),
                        Milestones.NONE,
                        Milestones.NONE)));
    }
}
