package org.chasqui.web.templates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.chasqui.analytics.rollups.Rollups;
import org.chasqui.analytics.rollups.SentTemplate;
import org.chasqui.analytics.rollups.Totals;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/** What was sent with templates in the last seven days, in each account apart. */
@RequestScoped
class LastWeek {
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    CurrentUser me;

    @Inject
    Rollups rollups;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    private @Nullable Map<SentTemplate, Totals> counts;

    /** The counts of all languages of the template's name, of the numbers of its account. */
    Totals of(TemplateView template) {
        var known = counts;
        if (known == null) {
            var now = clock.instant();
            known = rollups.byTemplate(me.workspaceId(), now.minus(WEEK), now);
            counts = known;
        }
        var all = known;
        return numbers.list(me.workspaceId()).stream()
                .filter(number -> number.accountId().equals(template.accountId()))
                .map(number -> all.getOrDefault(new SentTemplate(number.id(), template.name()), Totals.NONE))
                .reduce(Totals.NONE, Totals::plus);
    }
}
