package org.chasqui.templates.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.messaging.events.EventLog;
import org.chasqui.messaging.events.NewEvent;
import org.chasqui.platform.accounts.AccountView;
import org.chasqui.platform.accounts.Accounts;
import org.chasqui.platform.accounts.MetaNews;
import org.chasqui.platform.migrations.DatabaseReady;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.Languages;
import org.jspecify.annotations.Nullable;

/**
 * Applies what Meta tells of templates by webhook, in the transaction in which the webhook is merged.
 *
 * <pre>{@code
 * message_template_status_update:  {"event":"REJECTED","message_template_id":1,"message_template_name":"a",
 *   "message_template_language":"en_US","reason":"INVALID_FORMAT","rejection_info":{"reason","recommendation"}}
 * message_template_quality_update: {"previous_quality_score":"GREEN","new_quality_score":"YELLOW", …}
 * template_category_update:        {"new_category":"UTILITY","correct_category":"MARKETING", …}   a day ahead
 *                                  {"previous_category":"UTILITY","new_category":"MARKETING", …}  when it is done
 * }</pre>
 */
@ApplicationScoped
class TemplateNews {
    /** How long Meta gives notice of a move into another category. */
    private static final Duration NOTICE = Duration.ofDays(1);

    @Inject
    TemplateStore store;

    @Inject
    Consequences consequences;

    @Inject
    Accounts accounts;

    @Inject
    EventLog events;

    /** Has the bean made at the start, not on the thread that merges. */
    void start(@Observes DatabaseReady ready) {}

    void hear(@Observes MetaNews news) {
        switch (news.field()) {
            case "message_template_status_update" -> take(news, "template.status", this::status);
            case "message_template_quality_update" -> take(news, "template.quality", this::quality);
            case "template_category_update" -> take(news, "template.category", this::category);
            // The new words have to be read; customers are told as of any other news.
            case "message_template_components_update" -> want(news);
            default -> {}
        }
    }

    private interface Applied {
        Optional<Change> to(Template template, JsonNode value, MetaNews news);
    }

    private void take(MetaNews news, String type, Applied applied) {
        var value = tree(news);
        account(news).ifPresent(store::alone);
        var template = find(news, value);
        if (template.isEmpty()) {
            // It was made elsewhere: tell what Meta said, and read the rest.
            events.record(List.of(new NewEvent(news.workspaceId(), type, null, null, news.receivedAt(), raw(value))));
            want(news);
        } else {
            var known = template.get();
            known.changedAt = news.receivedAt();
            applied.to(known, value, news).ifPresent(change -> consequences.of(known, List.of(change), Source.WEBHOOK));
        }
        news.take();
    }

    private Optional<Change> status(Template template, JsonNode value, MetaNews news) {
        var event = value.path("event").asText("");
        var info = value.path("other_info");
        var said = Optional.ofNullable(text(value.at("/rejection_info/recommendation")))
                .orElseGet(() -> text(info.path("description")));
        if (event.equals("FLAGGED")) {
            // Still sendable: a warning before a pause.
            template.note = said;
            return Optional.of(new Change(Change.Kind.STATUS, template.status, "FLAGGED", null, said));
        }
        var next = statusAfter(event, info.path("title").asText(""));
        if (next.isEmpty()) {
            return Optional.empty();
        }
        var reason = Template.reason(text(value.path("reason")));
        return template.become(
                next,
                reason,
                said == null ? pause(info.path("title").asText("")) : said,
                until(info.path("title").asText(""), news.receivedAt()),
                news.receivedAt());
    }

    /** Some events are returns to a status, not statuses. */
    private static String statusAfter(String event, String title) {
        return switch (event) {
            case "REINSTATED", "UNARCHIVED", "UNLOCKED", "UNPAUSED" -> "APPROVED";
            case "PAUSED" -> title.equals("UNPAUSE") ? "APPROVED" : "PAUSED";
            default -> event;
        };
    }

    private static @Nullable String pause(String title) {
        return switch (title) {
            case "FIRST_PAUSE" -> "First pause, 3 hours. The second takes 6 hours, the third disables it.";
            case "SECOND_PAUSE" -> "Second pause, 6 hours. The third disables it.";
            case "RATE_LIMITING_PAUSE" -> "Paused while Meta sees how people take it.";
            default -> null;
        };
    }

    private static @Nullable Instant until(String title, Instant from) {
        return switch (title) {
            case "FIRST_PAUSE" -> from.plus(Duration.ofHours(3));
            case "SECOND_PAUSE" -> from.plus(Duration.ofHours(6));
            default -> null;
        };
    }

    private Optional<Change> quality(Template template, JsonNode value, MetaNews news) {
        return template.rated(value.path("new_quality_score").asText("UNKNOWN"));
    }

    private Optional<Change> category(Template template, JsonNode value, MetaNews news) {
        var correct = text(value.path("correct_category"));
        if (correct != null) {
            return template.announced(correct, news.receivedAt().plus(NOTICE), news.receivedAt());
        }
        return template.moved(
                value.path("new_category").asText(template.category),
                text(value.path("previous_category")),
                news.receivedAt());
    }

    private Optional<Template> find(MetaNews news, JsonNode value) {
        var byId = store.entity(
                news.workspaceId(), value.path("message_template_id").asText(""));
        if (byId.isPresent()) {
            return byId;
        }
        var name = value.path("message_template_name").asText("");
        var language = Languages.normal(value.path("message_template_language").asText(""));
        return account(news).stream()
                .flatMap(account -> store.ofAccount(account).stream())
                .filter(template -> template.name.equals(name) && template.language.equals(language))
                .findFirst();
    }

    private void want(MetaNews news) {
        account(news).ifPresent(account -> store.want(account, news.workspaceId()));
    }

    private Optional<UUID> account(MetaNews news) {
        return accounts.list(news.workspaceId()).stream()
                .filter(account -> account.wabaId().equals(news.wabaId()))
                .map(AccountView::id)
                .findFirst();
    }

    private static ObjectNode raw(JsonNode value) {
        var data = Json.mapper().createObjectNode();
        value.properties()
                .forEach(entry -> data.set(entry.getKey().replace("message_template_", ""), entry.getValue()));
        return data;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? node.asText() : null;
    }

    private static JsonNode tree(MetaNews news) {
        try {
            return Json.mapper().readTree(news.value());
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("news that are no JSON", impossible);
        }
    }
}
