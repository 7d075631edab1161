package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.chasqui.messaging.webhooks.Inspector;
import org.chasqui.messaging.webhooks.WebhookFigures;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The endpoints of the workspace with how they do. */
@Named
@RequestScoped
public class WebhooksPage {
    private static final Texts TEXTS = Texts.of("webhooks");
    private static final int LATEST = 5;

    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookFigures figures;

    @Inject
    Arrivals arrivals;

    @Inject
    Clock clock;

    private @Nullable List<WebhookView> found;
    private WebhookFigures.@Nullable Overview overview;
    private @Nullable List<WebhookRow> rows;

    private List<WebhookView> found() {
        var known = found;
        if (known == null) {
            known = webhooks.list(me.workspaceId());
            found = known;
        }
        return known;
    }

    private WebhookFigures.Overview overview() {
        var known = overview;
        if (known == null) {
            known = figures.of(found());
            overview = known;
        }
        return known;
    }

    public List<WebhookRow> getRows() {
        var known = rows;
        if (known == null) {
            var now = clock.instant();
            known = found().stream()
                    .map(one -> new WebhookRow(one, overview().of(one.id()), isInspector(one, shell), now))
                    .toList();
            rows = known;
        }
        return known;
    }

    static boolean isInspector(WebhookView webhook, Shell shell) {
        return webhook.url().startsWith(shell.getPublicUrl() + "/inspector/");
    }

    public String getCountText() {
        return TEXTS.get("count", found().size());
    }

    /** Events that arrived in 24 hours. */
    public String getDelivered() {
        return Formats.count(overview().total().delivered());
    }

    public String getAtOnce() {
        var total = overview().total();
        return TEXTS.get("tile.delivered.note", Formats.percent(total.atOnce(), total.delivered()));
    }

    public String getWaiting() {
        return Formats.count(overview().total().waiting());
    }

    /** How many of those that wait do so because somebody must act. */
    public String getWaitingNote() {
        var behind = found().stream()
                .filter(one -> row(one).isInNeed())
                .mapToLong(one -> overview().of(one.id()).waiting())
                .sum();
        return TEXTS.get("tile.waiting.note", behind, Formats.count(behind));
    }

    private WebhookRow row(WebhookView webhook) {
        return getRows().get(found().indexOf(webhook));
    }

    public String getSlow() {
        return WebhookRow.millis(overview().total().slowMillis());
    }

    public String getMedian() {
        return TEXTS.get("tile.slow.note", WebhookRow.millis(overview().total().medianMillis()));
    }

    private List<WebhookRow> inNeed() {
        return getRows().stream().filter(WebhookRow::isInNeed).toList();
    }

    public int getNeedCount() {
        return inNeed().size();
    }

    public String getNeedNote() {
        return inNeed().isEmpty()
                ? TEXTS.get("tile.need.none")
                : inNeed().get(0).getName() + ": " + inNeed().get(0).getState();
    }

    /** The inspector's endpoint; null when there is none. */
    public @Nullable WebhookRow getInspector() {
        return getRows().stream().filter(WebhookRow::isInspector).findFirst().orElse(null);
    }

    /** What the inspector got last. */
    public List<ArrivalRow> getLatest() {
        return arrivals.newest(LATEST);
    }

    /** Makes the inspector an endpoint for all events, and leads to it. */
    public String openInspector() {
        me.demand(Permission.MANAGE_WEBHOOKS);
        var made = webhooks.create(
                me.workspaceId(), new WebhookWish(Inspector.URL, List.of("*"), null, null, null, null, me.getEmail()));
        var id = made.webhook().id().toString();
        ShownSecret.keep(new ShownSecret(id, made.secret(), false));
        return WebhookPage.address(id);
    }
}
