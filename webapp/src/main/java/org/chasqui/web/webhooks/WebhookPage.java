package org.chasqui.web.webhooks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chasqui.api.botmaker.subscriptions.Subscriptions;
import org.chasqui.messaging.webhooks.ReplayWish;
import org.chasqui.messaging.webhooks.Replays;
import org.chasqui.messaging.webhooks.WebhookFigures;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Notices;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One endpoint: how it does, its secret, and what can be done with it. {@link DeliveryList} has its deliveries. */
@Named
@RequestScoped
public class WebhookPage {
    private static final Texts TEXTS = Texts.of("webhooks");
    private static final String LIST = "/console/webhooks.xhtml?faces-redirect=true";
    private static final int ARRIVALS = 8;

    @Inject
    CurrentUser me;

    @Inject
    WebhookAddress address;

    @Inject
    Shell shell;

    @Inject
    Webhooks webhooks;

    @Inject
    Subscriptions subscriptions;

    @Inject
    WebhookFigures figures;

    @Inject
    Replays replays;

    @Inject
    Arrivals arrivals;

    @Inject
    Clock clock;

    private @Nullable WebhookView webhook;
    private @Nullable WebhookRow row;
    private @Nullable List<ArrivalRow> arrived;

    /** Where the page of an endpoint is, for a redirect. */
    static String address(String id) {
        return "/console/webhook.xhtml?faces-redirect=true&id=" + id;
    }

    /** Answers 404 when the workspace has no such endpoint. */
    public void load() throws IOException {
        if (find().isEmpty()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    private Optional<WebhookView> find() {
        var id = WebhookAddress.uuid(address.getId());
        if (webhook == null && id != null) {
            webhook = webhooks.find(me.workspaceId(), id).orElse(null);
        }
        return Optional.ofNullable(webhook);
    }

    /** @throws RequestFailed NOT_FOUND when the workspace has no such endpoint */
    WebhookView webhook() {
        return find().orElseThrow(() -> RequestFailed.notFound("webhook", String.valueOf(address.getId())));
    }

    public WebhookRow getRow() {
        var known = row;
        if (known == null) {
            var view = webhook();
            known = new WebhookRow(
                    view,
                    figures.of(List.of(view)).of(view.id()),
                    WebhooksPage.isInspector(view, shell),
                    clock.instant());
            row = known;
        }
        return known;
    }

    /** Whether it is told in Botmaker's words: it is edited where its switches are. */
    public boolean isBotmaker() {
        return botmaker().isPresent();
    }

    private Optional<Subscriptions.Found> botmaker() {
        return subscriptions.find(me.workspaceId(), webhook().id());
    }

    /** Sends a test event and unfolds its delivery. */
    public String test() {
        return doing(() -> {
            var delivery = webhooks.test(me.workspaceId(), webhook().id());
            Notices.done(TEXTS.get("test.done"));
            return address(webhook().id().toString()) + "&delivery=" + delivery;
        });
    }

    /** Makes a new secret, which the next page shows. */
    public String rotate() {
        return doing(() -> {
            var made = webhooks.rotateSecret(me.workspaceId(), webhook().id(), me.getEmail());
            var id = webhook().id().toString();
            ShownSecret.keep(new ShownSecret(id, made.secret(), true));
            return address(id);
        });
    }

    /** Stops delivering. */
    public String pause() {
        return doing(() -> {
            webhooks.pause(me.workspaceId(), webhook().id(), me.getEmail());
            Notices.done(TEXTS.get("pause.done"));
            return address(webhook().id().toString());
        });
    }

    /** Delivers again. */
    public String resume() {
        return doing(() -> {
            webhooks.resume(me.workspaceId(), webhook().id(), me.getEmail());
            Notices.done(TEXTS.get("resume.done"));
            return address(webhook().id().toString());
        });
    }

    /** Removes the endpoint. */
    public String delete() {
        return doing(() -> {
            botmaker()
                    .ifPresentOrElse(
                            one -> subscriptions.remove(one, me.getEmail()),
                            () -> webhooks.delete(me.workspaceId(), webhook().id(), me.getEmail()));
            Notices.done(TEXTS.get("delete.done"));
            return LIST;
        });
    }

    /** Posts the unfolded delivery again. */
    public String replayOne() {
        return doing(() -> {
            var one = new ReplayWish(WebhookAddress.uuid(address.getDelivery()), "delivered", List.of(), null, null);
            int again = replays.begin(me.workspaceId(), webhook().id(), one);
            Notices.done(TEXTS.get("replay.done", again, again));
            return address(webhook().id().toString());
        });
    }

    private String doing(Supplier<String> deed) {
        me.demand(Permission.MANAGE_WEBHOOKS);
        try {
            return deed.get();
        } catch (RequestFailed refused) {
            Notices.warn(String.valueOf(refused.getMessage()));
            return address(String.valueOf(address.getId()));
        }
    }

    /** The secret that the request before this one has made; null on every other page. */
    public @Nullable ShownSecret getNewSecret() {
        return ShownSecret.of(webhook().id().toString());
    }

    /** The address as the reader may see it: whoever knows that of the inspector can post to it. */
    String shownUrl() {
        return getRow().isInspector() && !me.isMayManageWebhooks()
                ? shell.getPublicUrl() + "/inspector/…"
                : webhook().url();
    }

    public String getClearedQuery() {
        return "?id=" + webhook().id();
    }

    /** What the inspector got; empty for other endpoints. */
    public List<ArrivalRow> getArrived() {
        var known = arrived;
        if (known == null) {
            known = getRow().isInspector() ? arrivals.newest(ARRIVALS) : List.of();
            arrived = known;
        }
        return known;
    }

    /** The query that unfolds or folds what the inspector got. */
    public String arrivalQuery(String id) {
        return address.with("request", id.equals(address.getRequest()) ? null : id);
    }

    public List<SignatureSample> getSamples() {
        return SignatureSample.ALL;
    }

    /** The call that lists the deliveries. */
    public String getCurl() {
        UUID id = webhook().id();
        return "curl \"" + shell.getPublicUrl() + "/api/v1/whatsapp/webhooks/" + id + "/deliveries?limit=20\" \\\n"
                + "  -H \"Authorization: Bearer $CHASQUI_KEY\"";
    }
}
