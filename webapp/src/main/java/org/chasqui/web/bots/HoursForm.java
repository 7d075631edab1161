package org.chasqui.web.bots;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.chasqui.messaging.bots.BotHours;
import org.chasqui.messaging.bots.BotSchedule;
import org.chasqui.messaging.bots.BotWish;
import org.chasqui.messaging.bots.BotZone;
import org.chasqui.messaging.bots.Bots;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** When the bot of the page answers. */
@Named
@RequestScoped
public class HoursForm {
    private static final Texts TEXTS = Texts.of("bots");
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("EEE HH:mm", Texts.LOCALE);
    private static final String ALWAYS = "always";

    @Inject
    CurrentUser me;

    @Inject
    BotPage page;

    @Inject
    Bots bots;

    @Inject
    Clock clock;

    private @Nullable List<DayRow> days;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String zone;

    private BotSchedule schedule() {
        return page.bot().settings().schedule();
    }

    /** Keeps the hours; stays, with a notice, when they are none. */
    public @Nullable String save() {
        me.demand(Permission.MANAGE_BOTS);
        var active = EnumSet.noneOf(DayOfWeek.class);
        getDays().stream().filter(DayRow::isOn).map(DayRow::day).forEach(active::add);
        try {
            var wanted = new BotSchedule(
                    BotZone.parse(getZone()), active, new BotHours(orAlways(getFrom()), orAlways(getTo())));
            var settings = page.bot().settings().withSchedule(wanted);
            bots.change(me.workspaceId(), page.bot().id(), BotWish.of(settings, me.getEmail()));
            Notices.done(TEXTS.get("hours.saved"));
            return BotAddress.page(page.bot().id());
        } catch (RequestFailed refused) {
            var wrong =
                    refused.fields().isEmpty() ? "" : refused.fields().get(0).field();
            Notices.refuse(
                    wrong.equals("timezone") ? "hours:zone" : "hours:from",
                    TEXTS.get(wrong.equals("timezone") ? "hours.zone.wrong" : "hours.wrong"));
            return null;
        }
    }

    private static String orAlways(String text) {
        return text.isBlank() ? ALWAYS : text;
    }

    /** The week, from Monday. */
    public List<DayRow> getDays() {
        var known = days;
        if (known == null) {
            var now = clock.instant().atZone(schedule().zone().zone());
            known = Arrays.stream(DayOfWeek.values())
                    .map(day -> new DayRow(
                            day, schedule().days().contains(day), day == now.getDayOfWeek() ? now.getHour() : -1))
                    .toList();
            days = known;
        }
        return known;
    }

    /** Whether it answers now. */
    public boolean isOpen() {
        return schedule().isActiveAt(clock.instant());
    }

    /** What time it is where the bot is. */
    public String getNowText() {
        return TEXTS.get(
                "hours.now",
                NOW.format(clock.instant().atZone(schedule().zone().zone())),
                schedule().zone().text());
    }

    /** Zones to choose from; offsets such as +1 can be typed. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    /** Empty for always. */
    public String getFrom() {
        var known = from;
        return known != null ? known : shown(schedule().hours().from());
    }

    private static String shown(String time) {
        return time.equalsIgnoreCase(ALWAYS) ? "" : time;
    }

    public void setFrom(@Nullable String from) {
        this.from = from == null ? "" : from.strip();
    }

    /** Empty for always. */
    public String getTo() {
        var known = to;
        return known != null ? known : shown(schedule().hours().to());
    }

    public void setTo(@Nullable String to) {
        this.to = to == null ? "" : to.strip();
    }

    public String getZone() {
        var known = zone;
        return known != null ? known : schedule().zone().text();
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone == null ? "" : zone.strip();
    }
}
