package org.chasqui.api.dialog360.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Face;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.NoticeEvents;
import org.chasqui.messaging.webhooks.WebhookFigures;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.jspecify.annotations.Nullable;

/**
 * The callbacks of numbers: endpoints like all others, with the same queue, retries and log, that stand among the webhooks of the
 * dashboard and are told in the words of this dialect.
 */
@ApplicationScoped
public class Callbacks {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Inject
    CallbackStore store;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookFigures figures;

    @Inject
    OutgoingClient client;

    @Inject
    Clock clock;

    /**
     * A callback as it stands.
     *
     * @param name null for the main one
     * @param secret what its notifications are signed with; told once, when it is made, and null from then on
     */
    public record Standing(
            @Nullable String name,
            String url,
            Map<String, String> headers,
            WebhookView webhook,
            @Nullable String secret) {
        Standing with(String newSecret) {
            return new Standing(name, url, headers, webhook, newSecret);
        }

        /** Without headers and secret. */
        @Override
        public String toString() {
            return "Standing[webhook=" + webhook.id() + "]";
        }
    }

    /** The main callback of a number; empty for none. */
    @Transactional
    public Optional<Standing> main(SenderNumber number) {
        return all(number).stream().filter(one -> one.name() == null).findFirst();
    }

    /** The callbacks beside the main one, as they were made. */
    @Transactional
    public List<Standing> extras(SenderNumber number) {
        return all(number).stream().filter(one -> one.name() != null).toList();
    }

    /** How quickly a callback has answered in the last 24 hours. */
    public WebhookFigures.Figures figures(Standing callback) {
        return figures.of(List.of(callback.webhook())).of(callback.webhook().id());
    }

    /**
     * Sets a callback, in place of one of the same name, and has it told from now on.
     *
     * @param name null for the main one
     */
    @Transactional
    public Standing set(Dialog360Call call, @Nullable String name, CallbackWish wanted) {
        var number = call.number();
        var format = wanted.format().orElse(call.isOnPremiseBase() ? Style.ON_PREMISE : Style.CLOUD);
        CallbackUrl.check(wanted.url(), call.face(), format, client.allowsInsecure());
        store.lock(number.id());
        var present = all(number).stream()
                .filter(one -> Objects.equals(one.name(), name))
                .findFirst();
        var actor = call.client().name();
        var wish = new WebhookWish(
                wanted.url(),
                NoticeEvents.TYPES,
                List.of(number.id()),
                wanted.headers(),
                null,
                present.isPresent() ? null : description(call, name),
                new Wording(NoticeFormat.nameOf(format), TIMEOUT),
                actor);
        if (present.isPresent()) {
            var id = present.get().webhook().id();
            webhooks.update(number.workspaceId(), id, wish);
            return standing(name, webhooks.resume(number.workspaceId(), id, actor));
        }
        var made = webhooks.create(number.workspaceId(), wish);
        store.add(new Callback(
                made.webhook().id(),
                number.workspaceId(),
                number.id(),
                name,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return standing(name, made.webhook()).with(made.secret());
    }

    /** Sets several callbacks and removes others: all of it, or nothing. */
    @Transactional
    public void set(Dialog360Call call, Map<String, CallbackWish> wanted, List<Standing> gone) {
        remove(call, gone);
        wanted.forEach((name, wish) -> set(call, name, wish));
    }

    /** Tells callbacks nothing for a while, or tells them again; what happens meanwhile is not kept for them. */
    @Transactional
    public void tell(Dialog360Call call, List<Standing> callbacks, boolean on) {
        for (var one : callbacks) {
            if (on) {
                webhooks.resume(
                        call.workspaceId(), one.webhook().id(), call.client().name());
            } else {
                webhooks.silence(
                        call.workspaceId(), one.webhook().id(), call.client().name());
            }
        }
    }

    /** Removes callbacks. */
    @Transactional
    public void remove(Dialog360Call call, List<Standing> callbacks) {
        for (var one : callbacks) {
            store.remove(one.webhook().id());
            webhooks.delete(
                    call.workspaceId(), one.webhook().id(), call.client().name());
        }
    }

    /** What somebody has removed in the dashboard is forgotten here, too. */
    private List<Standing> all(SenderNumber number) {
        var found = new ArrayList<Standing>();
        for (var callback : store.ofNumber(number.id())) {
            var webhook = webhooks.find(number.workspaceId(), callback.webhookId());
            if (webhook.isPresent()) {
                found.add(standing(callback.name(), webhook.get()));
            } else {
                store.remove(callback.webhookId());
            }
        }
        return found;
    }

    private Standing standing(@Nullable String name, WebhookView webhook) {
        return new Standing(name, webhook.url(), webhooks.headers(webhook.workspaceId(), webhook.id()), webhook, null);
    }

    private static String description(Dialog360Call call, @Nullable String name) {
        var owner = call.face() == Face.CBOT ? "CBOT" : "360dialog";
        return owner + " callback" + (name == null ? "" : " " + name);
    }
}
