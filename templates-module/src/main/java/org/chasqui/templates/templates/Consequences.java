package org.chasqui.templates.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.messaging.messages.Lane;
import org.chasqui.messaging.messages.WaitingForTemplate;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a change of a template, in the transaction of the change: a line of its story, an event for
 * customers, and what becomes of messages that wait with it. What Meta decides overrides what we believed.
 */
@ApplicationScoped
class Consequences {
    @Inject
    TemplateStore store;

    @Inject
    EventLog events;

    @Inject
    WaitingForTemplate waiting;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Event<TemplateChanged> changed;

    @Inject
    Clock clock;

    void of(Template template, List<Change> changes, Source source) {
        // The row is locked before its messages are touched: whoever applies the status before must not do so after us.
        store.flush();
        for (var change : changes) {
            store.note(template, change, source);
            var view = template.view();
            type(change)
                    .ifPresent(type -> events.record(List.of(new NewEvent(
                            template.workspaceId, type, null, null, clock.instant(), tellable(view, change)))));
            react(view, change.kind());
            changed.fire(new TemplateChanged(view, change));
        }
    }

    /** Does what the status of a template asks of messages that wait; doing it again changes nothing. */
    void apply(TemplateView template) {
        var use = use(template);
        var why = Sentences.whyNot(template);
        if (use.numberIds().isEmpty()) {
            return;
        }
        if (why == null) {
            waiting.release(use);
        } else if (template.effect() == Effect.WAITS) {
            waiting.hold(use, why);
        } else {
            waiting.fail(use, Sentences.code(template.status()), "The template was " + word(template), why);
        }
    }

    private void react(TemplateView template, Change.Kind kind) {
        switch (kind) {
            case STATUS, DELETED, SUBMITTED, EDITED -> apply(template);
            case CATEGORY -> waiting.move(use(template), Lane.ofCategory(template.category()));
            default -> {}
        }
    }

    private WaitingForTemplate.Use use(TemplateView template) {
        var ids = numbers.all().stream()
                .filter(number -> number.accountId().equals(template.accountId()))
                .map(SenderNumber::id)
                .toList();
        return new WaitingForTemplate.Use(ids, template.name(), template.language());
    }

    private static String word(TemplateView template) {
        return template.status().toLowerCase(Locale.ROOT).replace('_', ' ') + " at Meta";
    }

    /** Edits and changed texts are stories of ours; customers hear of what Meta decides. */
    private static Optional<String> type(Change change) {
        return switch (change.kind()) {
            case STATUS, DELETED, SUBMITTED -> Optional.of("template.status");
            case CATEGORY, CATEGORY_NOTICE -> Optional.of("template.category");
            case QUALITY -> Optional.of("template.quality");
            case EDITED, CONTENT -> Optional.empty();
        };
    }

    /** With Meta's id of the account while one of its numbers is connected. */
    private ObjectNode tellable(TemplateView template, Change change) {
        var data = data(template, change);
        numbers.all().stream()
                .filter(number -> number.accountId().equals(template.accountId()))
                .findFirst()
                .ifPresent(number -> data.put("waba_id", number.wabaId()));
        return data;
    }

    private static ObjectNode data(TemplateView template, Change change) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("template_id", template.id().toString());
        data.put("meta_id", template.metaId());
        data.put("name", template.name()).put("language", template.language());
        switch (change.kind()) {
            case CATEGORY -> data.put("category", change.after()).put("previous_category", change.before());
            case CATEGORY_NOTICE -> {
                data.put("category", template.category()).put("next_category", change.after());
                put(data, "changes_at", template.nextCategoryAt());
            }
            case QUALITY -> data.put("quality", change.after()).put("previous_quality", change.before());
            default -> {
                var status = change.after();
                data.put("status", status == null ? template.status() : status);
                data.put("category", template.category());
                put(data, "previous_status", change.before());
                put(data, "reason", change.reason());
                put(data, "detail", change.detail());
                put(data, "until", template.statusUntil());
            }
        }
        return data;
    }

    private static void put(ObjectNode data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value.toString());
        }
    }
}
