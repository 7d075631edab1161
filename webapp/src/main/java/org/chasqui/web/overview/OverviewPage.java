package org.chasqui.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.messaging.dispatch.DispatchHealth;
import org.chasqui.messaging.dispatch.NumberHealth;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.web.browser.Appearance;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The first page. It reads counts, never rows, so that it costs the same with ten messages and with ten million. */
@Named
@RequestScoped
public class OverviewPage {
    private static final int MOST_NUMBERS = 4;
    private static final Texts TEXTS = Texts.of("overview");
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Texts.LOCALE);

    @Inject
    CurrentUser me;

    @Inject
    OverviewAddress address;

    @Inject
    Shell shell;

    @Inject
    Appearance appearance;

    @Inject
    PhoneNumbers phoneNumbers;

    @Inject
    DispatchHealth dispatch;

    @Inject
    Rollups rollups;

    @Inject
    Needs needFinder;

    @Inject
    FirstSteps stepFinder;

    @Inject
    Formats formats;

    @Inject
    Clock clock;

    private @Nullable List<SenderNumber> senders;
    private @Nullable List<NumberHealth> health;
    private @Nullable List<NumberCard> numbers;
    private @Nullable List<Tile> tiles;
    private @Nullable Chart chart;
    private @Nullable List<Need> needs;
    private @Nullable List<FirstStep> steps;

    public String getNow() {
        var now = ZonedDateTime.now(clock.withZone(appearance.zone()));
        var zone = now.getZone().getDisplayName(TextStyle.FULL, Texts.LOCALE);
        return NOW.format(now) + " · " + zone;
    }

    /** The first few numbers, those that need a look before the others; the rest is on their own page. */
    public List<NumberCard> getNumbers() {
        var known = numbers;
        if (known == null) {
            known = senders().stream()
                    .map(this::card)
                    .sorted(Comparator.comparing(NumberCard::isCalm))
                    .limit(MOST_NUMBERS)
                    .toList();
            numbers = known;
        }
        return known;
    }

    /** How many numbers there are, when not all are shown; otherwise 0. */
    public int getAllNumbers() {
        int all = senders().size();
        return all > MOST_NUMBERS ? all : 0;
    }

    private NumberCard card(SenderNumber number) {
        return health().stream()
                .filter(one -> one.numberId().equals(number.id()))
                .findFirst()
                .map(one -> new NumberCard(number, one))
                .orElseGet(() -> new NumberCard(number, NumberCard.healthy(number)));
    }

    /** Today's counts; what is under way is in "accepted" until it is delivered. */
    public List<Tile> getTiles() {
        var known = tiles;
        if (known == null) {
            known = makeTiles();
            tiles = known;
        }
        return known;
    }

    private List<Tile> makeTiles() {
        UUID workspace = me.workspaceId();
        var today = rollups.totals(workspace, formats.startOfToday(), clock.instant());
        var hours = Chart.lastDay(rollups, workspace, clock).values();
        var waiting = health().stream().mapToLong(NumberHealth::waiting).sum();
        return List.of(
                new Tile(
                        "accepted",
                        TEXTS.get("tile.accepted"),
                        Formats.count(today.accepted()),
                        TEXTS.get("tile.accepted.note", Formats.count(today.queued()), Formats.count(waiting)),
                        "reached=accepted&since=today",
                        line(hours, Totals::accepted)),
                new Tile(
                        "delivered",
                        TEXTS.get("tile.delivered"),
                        Formats.percent(today.delivered(), today.accepted()),
                        TEXTS.get("tile.delivered.note", Formats.count(today.delivered())),
                        "reached=delivered&since=today",
                        line(hours, Totals::delivered)),
                new Tile(
                        "read",
                        TEXTS.get("tile.read"),
                        Formats.percent(today.read(), today.delivered()),
                        TEXTS.get("tile.read.note", Formats.count(today.read())),
                        "reached=read&since=today",
                        line(hours, Totals::read)),
                new Tile(
                        "failed",
                        TEXTS.get("tile.failed"),
                        Formats.count(today.failed()),
                        TEXTS.get("tile.failed.note", Formats.percent(today.failed(), today.queued())),
                        "status=failed&since=today",
                        line(hours, Totals::failed)));
    }

    private static List<Long> line(Collection<Totals> hours, ToLongFunction<Totals> figure) {
        return hours.stream().map(figure::applyAsLong).toList();
    }

    public Chart getChart() {
        var known = chart;
        if (known == null) {
            known = getRange().equals("24h")
                    ? Chart.hours(rollups, me.workspaceId(), appearance.zone(), clock)
                    : Chart.days(rollups, me.workspaceId(), getRange().equals("90d") ? 90 : 14, appearance.zone());
            chart = known;
        }
        return known;
    }

    public String getChartTitle() {
        return TEXTS.get(getRange().equals("24h") ? "chart.hours" : "chart.days");
    }

    public List<Need> getNeeds() {
        var known = needs;
        if (known == null) {
            known = needFinder.find(senders(), health());
            needs = known;
        }
        return known;
    }

    public List<FirstStep> getSteps() {
        var known = steps;
        if (known == null) {
            known = stepFinder.find(senders(), shell.isSandbox());
            steps = known;
        }
        return known;
    }

    public long getStepsDone() {
        return getSteps().stream().filter(FirstStep::isDone).count();
    }

    public long getStepsPercent() {
        return 100 * getStepsDone() / getSteps().size();
    }

    public String getStepsText() {
        return TEXTS.get("steps.done", getStepsDone(), getSteps().size());
    }

    public boolean isStepsShown() {
        return !appearance.isFirstStepsHidden() && getStepsDone() < getSteps().size();
    }

    private List<SenderNumber> senders() {
        var known = senders;
        if (known == null) {
            known = phoneNumbers.list(me.workspaceId());
            senders = known;
        }
        return known;
    }

    private List<NumberHealth> health() {
        var known = health;
        if (known == null) {
            known = dispatch.numbers(me.workspaceId());
            health = known;
        }
        return known;
    }

    public String getRange() {
        return address.getRange();
    }
}
