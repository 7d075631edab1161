package org.chasqui.api.waabot.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.api.waabot.instances.WaabotInstance;
import org.chasqui.messaging.webhooks.NewSecret;
import org.chasqui.messaging.webhooks.WebhookView;
import org.chasqui.messaging.webhooks.WebhookWish;
import org.chasqui.messaging.webhooks.Webhooks;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of an instance: one like all others, with the same retries and signatures, that is told in Waabot's words. It
 * stands among the webhooks of the dashboard.
 */
@ApplicationScoped
public class InstanceWebhooks {
    @Inject
    Webhooks webhooks;

    @Inject
    Instances instances;

    /** The address of an instance; empty for none. */
    @Transactional
    public Optional<String> url(WaabotInstance instance) {
        return find(instance).map(WebhookView::url);
    }

    /**
     * Sets the address alone, as {@code init} does.
     *
     * @return the instance as it is now
     * @throws RequestFailed VALIDATION_FAILED of the field {@code webhook_url}
     */
    @Transactional
    public WaabotInstance setUrl(WaabotInstance instance, String url, String by) {
        var arguments = JsonNodeFactory.instance.objectNode().put("webhook_url", url);
        set(instance, WebhookArguments.read(Arguments.of(arguments)), by);
        return instances.find(instance.workspaceId(), instance.objectId()).orElse(instance);
    }

    /** Has the endpoint hear of the number that the instance has now, or of none. */
    @Transactional
    public void follow(WaabotInstance instance, String by) {
        var id = find(instance).map(WebhookView::id);
        if (id.isEmpty()) {
            return;
        }
        webhooks.update(
                instance.workspaceId(), id.get(), new WebhookWish(null, null, numbers(instance), null, null, null, by));
        if (instance.sendWebhook()) {
            webhooks.resume(instance.workspaceId(), id.get(), by);
        } else {
            webhooks.silence(instance.workspaceId(), id.get(), by);
        }
    }

    /** Removes the endpoint of an instance, when there is one. */
    @Transactional
    public WaabotInstance remove(WaabotInstance instance, String by) {
        find(instance).ifPresent(webhook -> webhooks.delete(instance.workspaceId(), webhook.id(), by));
        return instances.change(
                instance, old -> old.withWebhook(null, List.of()).sendingWebhooks(false));
    }

    /** Sets the endpoint, and has it told from now on. */
    @Transactional
    public ObjectNode set(WaabotInstance given, WebhookArguments wanted, String by) {
        // A client that repeats what took too long would get two endpoints, of which one is nobody's.
        var instance = instances.lock(given);
        if (wanted.isRemoval()) {
            remove(instance, by);
            return describe(null, List.of(), false);
        }
        var present = find(instance);
        var events = events(instance, wanted);
        var wish = new WebhookWish(
                wanted.url().orElse(null),
                events.stream()
                        .flatMap(event -> event.canonical().stream())
                        .distinct()
                        .toList(),
                numbers(instance),
                wanted.headers().orElse(null),
                null,
                present.isPresent() ? null : "Waabot instance " + instance.objectId(),
                // Headers are there when requestConfig is: without it, what it said before stays.
                present.isPresent() && wanted.headers().isEmpty() ? null : wanted.wording(),
                by);
        var made = present.isPresent() ? Optional.<NewSecret>empty() : Optional.of(create(instance, wanted, wish));
        var webhook = made.map(NewSecret::webhook).orElseGet(() -> update(instance, present.orElseThrow(), wish));
        var names = events.stream().map(WaabotEvent::wireName).toList();
        instances.change(instance, old -> old.withWebhook(webhook.id(), names).sendingWebhooks(true));
        var data = describe(webhook.url(), names, true);
        // For who wants to check that it was us; shown this once.
        made.ifPresent(secret -> data.put("secret", secret.secret()));
        return data;
    }

    private NewSecret create(WaabotInstance instance, WebhookArguments wanted, WebhookWish wish) {
        if (wanted.url().isEmpty()) {
            throw RequestFailed.invalid("webhook_url", "is required: the address to post to.");
        }
        return called(() -> webhooks.create(instance.workspaceId(), wish));
    }

    private WebhookView update(WaabotInstance instance, WebhookView present, WebhookWish wish) {
        called(() -> webhooks.update(instance.workspaceId(), present.id(), wish));
        return webhooks.resume(instance.workspaceId(), present.id(), wish.actor());
    }

    /** Those that are named; else those that it has; else what people write. */
    private static List<WaabotEvent> events(WaabotInstance instance, WebhookArguments wanted) {
        if (!wanted.events().isEmpty()) {
            return wanted.events();
        }
        var present = instance.webhookEvents().stream()
                .flatMap(name -> WaabotEvent.parse(name).stream())
                .toList();
        return present.isEmpty() ? List.of(WaabotEvent.ON_MESSAGE) : present;
    }

    /** An empty list would mean all numbers: an instance without one hears of its own id, which is no number's. */
    private static List<UUID> numbers(WaabotInstance instance) {
        var number = instance.numberId();
        return List.of(number == null ? instance.id() : number);
    }

    /** The endpoint, which somebody may have removed in the dashboard. */
    private Optional<WebhookView> find(WaabotInstance instance) {
        var id = instance.webhookId();
        return id == null ? Optional.empty() : webhooks.find(instance.workspaceId(), id);
    }

    private static ObjectNode describe(@Nullable String url, List<String> events, boolean on) {
        var data = JsonNodeFactory.instance.objectNode().put("webhook_url", url);
        events.forEach(data.putArray("events")::add);
        return data.put("send_webhook", on);
    }

    private interface Doing<T> {
        T done();
    }

    /** A refusal of the address under the name that this client has for it. */
    private static <T> T called(Doing<T> doing) {
        try {
            return doing.done();
        } catch (RequestFailed failed) {
            boolean isAddress =
                    !failed.fields().isEmpty() && failed.fields().get(0).field().equals("url");
            throw isAddress
                    ? RequestFailed.invalid(
                            "webhook_url", failed.fields().get(0).message())
                    : failed;
        }
    }
}
