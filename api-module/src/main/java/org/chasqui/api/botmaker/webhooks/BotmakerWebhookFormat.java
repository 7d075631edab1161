package org.chasqui.api.botmaker.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.botmaker.subscriptions.Subscription;
import org.chasqui.api.botmaker.subscriptions.SubscriptionStore;
import org.chasqui.messaging.events.EventView;
import org.chasqui.messaging.webhooks.Breaker;
import org.chasqui.messaging.webhooks.WebhookFormat;
import org.chasqui.platform.accounts.PhoneNumbers;

/** Words events for the three types of webhooks that Botmaker has. */
@ApplicationScoped
class BotmakerWebhookFormat implements WebhookFormat {
    /** What is in an event we have written ourselves: nothing of it has to be bounded. */
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject
    SubscriptionStore subscriptions;

    @Inject
    PhoneNumbers numbers;

    @Inject
    MessageNews messages;

    @Inject
    OtherNews others;

    @Override
    public String name() {
        return Subscription.FORMAT;
    }

    /** More than a hundred failures in ten minutes, then a pause of ten. Botmaker loses what happens in it; here it waits. */
    @Override
    public Optional<Breaker> breaker() {
        return Optional.of(Breaker.counting(101, Duration.ofMinutes(10), Duration.ofMinutes(10)));
    }

    @Override
    public Optional<byte[]> body(UUID webhookId, EventView event) {
        return subscriptions
                .find(webhookId)
                .flatMap(subscription -> worded(subscription, event))
                .map(BotmakerWebhookFormat::bytes);
    }

    private Optional<ObjectNode> worded(Subscription subscription, EventView event) {
        var data = data(event);
        if (event.type().equals("webhook.test")) {
            return Optional.of(others.test(event, data));
        }
        if (!hears(subscription, event)) {
            return Optional.empty();
        }
        return switch (subscription.kind()) {
            case MANAGEMENT -> others.management(subscription, event, data);
            case RESULTS -> others.result(event, data);
            case MESSAGES ->
                event.type().startsWith("message.")
                        ? messages.worded(subscription.switches(), event, data)
                        : others.event(subscription, event, data);
        };
    }

    /** What is news of no number is looked at more closely. */
    private boolean hears(Subscription subscription, EventView event) {
        var number = event.phoneNumberId();
        return number == null
                || numbers.byPhoneNumberId(number)
                        .filter(one -> subscription.channels().contains(one.id()))
                        .isPresent();
    }

    private static ObjectNode data(EventView event) {
        try {
            return (ObjectNode) MAPPER.readTree(event.data());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("an event of ours is no JSON", ours);
        }
    }

    private static byte[] bytes(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree could not be written as JSON", impossible);
        }
    }
}
