package org.chasqui.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chasqui.analytics.rollups.CountAlarm;
import org.chasqui.analytics.rollups.Reconciliation;
import org.chasqui.messaging.sql.SqlFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** Hours whose counts do not equal their messages, and counting them again. */
@Named
@RequestScoped
public class CountAlarmPart {
    private static final Texts TEXTS = Texts.of("analytics");
    /** An hour may hold many messages, and somebody waits for the page. */
    private static final int MOST_HOURS = 5;

    @Inject
    CurrentUser me;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Formats formats;

    private @Nullable List<CountAlarm> alarms;

    private List<CountAlarm> alarms() {
        var known = alarms;
        if (known == null) {
            known = reconciliation.alarms(me.workspaceId());
            alarms = known;
        }
        return known;
    }

    public boolean isOn() {
        return !alarms().isEmpty();
    }

    /** Which hours, in words. */
    public String getText() {
        var first = alarms().get(0);
        return TEXTS.get("alarm", alarms().size(), formats.when(first.hour()));
    }

    /** Counts some of the hours again, the oldest first. */
    public String recount() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            alarms().stream().limit(MOST_HOURS).map(CountAlarm::hour).forEach(reconciliation::recount);
            Notices.done(TEXTS.get("alarm.done"));
        } catch (SqlFailed moving) {
            Notices.warn(TEXTS.get("alarm.busy"));
        }
        return "/console/analytics.xhtml?faces-redirect=true&includeViewParams=true";
    }
}
