package org.chasqui.api.dialog360.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Style;
import org.chasqui.api.notices.NoticeEvents;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.messaging.webhooks.Wording;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.outgoing.OutgoingClient;

/** The callbacks of accounts. Messaging has them hear of the whole workspace; which of it they are told is said here. */
@ApplicationScoped
public class AccountCallbacks {
    @Inject
    AccountCallbackStore store;

    @Inject
    CallbackStore locks;

    @Inject
    Callbacks ofNumbers;

    @Inject
    Webhooks webhooks;

    @Inject
    PhoneNumbers numbers;

    @Inject
    OutgoingClient client;

    @Inject
    Clock clock;

    /** The callback of an account; empty for none, and for one that somebody has removed in the dashboard. */
    @Transactional
    public Optional<Callbacks.Standing> of(UUID workspaceId, UUID accountId) {
        return store.ofAccount(accountId)
                .flatMap(callback -> webhooks.find(workspaceId, callback.webhookId()))
                .map(this::standing);
    }

    /**
     * Sets the callback of an account in place of the one that it has.
     *
     * @param overridesAll whether the numbers of the account lose the callbacks that they have
     */
    @Transactional
    public Callbacks.Standing set(Dialog360Call call, UUID accountId, CallbackWish wanted, boolean overridesAll) {
        CallbackUrl.check(wanted.url(), call.face(), Style.CLOUD, client.allowsInsecure());
        var actor = call.client().name();
        locks.lock(accountId);
        if (overridesAll) {
            for (var number : numbersOf(call.workspaceId(), accountId)) {
                locks.lock(number.id());
                ofNumbers.remove(call, ofNumbers.main(number).stream().toList());
            }
        }
        var present = of(call.workspaceId(), accountId);
        var wish = new WebhookWish(
                wanted.url(),
                NoticeEvents.TYPES,
                List.of(),
                wanted.headers(),
                null,
                present.isPresent() ? null : "360dialog callback of an account",
                new Wording(AccountFormat.NAME, Callbacks.TIMEOUT),
                actor);
        if (present.isPresent()) {
            var id = present.get().webhook().id();
            webhooks.update(call.workspaceId(), id, wish);
            return standing(webhooks.resume(call.workspaceId(), id, actor));
        }
        var made = webhooks.create(call.workspaceId(), wish);
        store.put(new AccountCallback(
                accountId,
                call.workspaceId(),
                made.webhook().id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        return standing(made.webhook()).with(made.secret());
    }

    /** Removes the callback of an account, if it has one. */
    @Transactional
    public void remove(Dialog360Call call, UUID accountId) {
        locks.lock(accountId);
        var present = of(call.workspaceId(), accountId);
        store.remove(accountId);
        present.ifPresent(one -> webhooks.delete(
                call.workspaceId(), one.webhook().id(), call.client().name()));
    }

    /** Whether the callback is told of a number: it is of its account, and has none itself. */
    @Transactional
    public boolean hears(UUID webhookId, SenderNumber number) {
        return store.ofWebhook(webhookId)
                        .filter(callback -> callback.accountId().equals(number.accountId()))
                        .isPresent()
                && ofNumbers.main(number).isEmpty();
    }

    List<SenderNumber> numbersOf(UUID workspaceId, UUID accountId) {
        return numbers.list(workspaceId).stream()
                .filter(number -> number.accountId().equals(accountId))
                .toList();
    }

    private Callbacks.Standing standing(WebhookView webhook) {
        return new Callbacks.Standing(
                null, webhook.url(), webhooks.headers(webhook.workspaceId(), webhook.id()), webhook, null);
    }
}
