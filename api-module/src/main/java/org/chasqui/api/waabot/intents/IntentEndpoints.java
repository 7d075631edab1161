package org.chasqui.api.waabot.intents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.api.waabot.instances.InstanceBots;
import org.chasqui.api.waabot.people.ContactGroups;
import org.chasqui.messaging.bots.BotRules;
import org.chasqui.messaging.bots.BotView;
import org.chasqui.messaging.bots.MatchKind;
import org.chasqui.messaging.bots.RuleView;
import org.chasqui.messaging.bots.RuleWish;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** {@code /intent}: the rules of the bot of the instance that is meant. */
@ApplicationScoped
class IntentEndpoints implements WaabotEndpoints {
    @Inject
    IntentBots bots;

    @Inject
    InstanceBots instanceBots;

    @Inject
    BotRules rules;

    @Inject
    IntentActions actions;

    @Inject
    ContactGroups groups;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/intent", this::create)
                .reads("GET", "/intent", this::list)
                .reads("GET", "/intent/{id}", this::one)
                .writes("PUT", "/intent/{id}", this::change)
                .writes("PATCH", "/intent/{id}", this::change)
                .writes("DELETE", "/intent/{id}", this::remove);
    }

    private Answer create(WaabotCall call) throws IOException {
        var given = call.arguments();
        var keywords = keywords(given);
        if (keywords.isEmpty()) {
            throw RequestFailed.invalid("keyword", "is required: words, separated by commas.");
        }
        var read = actions.read(call.client(), given, List.of());
        instanceBots.demandOwn(call.instance(), call.client());
        var bot = bots.demand(call.instance(), call.client().name());
        var match = match(given);
        var wish = new RuleWish(
                given.text("title").map(String::strip).orElse(null),
                match == null ? MatchKind.CONTAINS : match,
                keywords,
                read.actions(),
                null,
                given.flag("active").orElse(true));
        var made = rules.add(bot.workspaceId(), bot.id(), wish);
        return answer("Intent created successfully!", bot.workspaceId(), made, read.warnings());
    }

    private Answer list(WaabotCall call) {
        var workspace = call.client().workspaceId();
        var json = new IntentJson(groups.list(workspace));
        var data = JsonNodeFactory.instance.arrayNode();
        instanceBots
                .of(call.instance())
                .ifPresent(bot -> rules.list(workspace, bot.id()).forEach(rule -> data.add(json.of(rule, workspace))));
        return Envelope.ok("Intents fetched successfully!", data);
    }

    private Answer one(WaabotCall call) {
        return answer(
                "Intent fetched successfully!",
                call.client().workspaceId(),
                found(call).rule(),
                List.of());
    }

    private Answer change(WaabotCall call) throws IOException {
        var found = found(call);
        instanceBots.demandOwn(call.instance(), call.client());
        var given = call.arguments();
        var keywords = keywords(given);
        boolean isAboutActions = given.names("reply") || given.names("action");
        var read =
                isAboutActions ? actions.read(call.client(), given, found.rule().actions()) : null;
        var wish = new RuleWish(
                given.names("title") ? given.text("title").orElse("") : null,
                match(given),
                keywords.isEmpty() ? null : keywords,
                read == null ? null : read.actions(),
                null,
                given.flag("active").orElse(null));
        var bot = found.bot();
        var changed = rules.change(bot.workspaceId(), bot.id(), found.rule().id(), wish);
        return answer(
                "Intent updated successfully!", bot.workspaceId(), changed, read == null ? List.of() : read.warnings());
    }

    private Answer remove(WaabotCall call) {
        var found = found(call);
        instanceBots.demandOwn(call.instance(), call.client());
        rules.remove(found.bot().workspaceId(), found.bot().id(), found.rule().id());
        return answer("Intent deleted successfully!", found.bot().workspaceId(), found.rule(), List.of());
    }

    private record Found(BotView bot, RuleView rule) {}

    private Found found(WaabotCall call) {
        var id = call.variable("id");
        var bot = instanceBots.of(call.instance()).orElseThrow(() -> RequestFailed.notFound("intent", id));
        var range = ObjectId.parse(id);
        return rules.list(bot.workspaceId(), bot.id()).stream()
                .filter(rule -> range.map(one -> one.holds(rule.id()))
                        .orElseGet(() -> rule.id().toString().equals(id)))
                .findFirst()
                .map(rule -> new Found(bot, rule))
                .orElseThrow(() -> RequestFailed.notFound("intent", id));
    }

    private static List<String> keywords(Arguments given) {
        return given.texts("keyword").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable MatchKind match(Arguments given) {
        return given.text("match")
                .map(word -> MatchKind.parse(word.strip().toLowerCase(Locale.ROOT)))
                .orElse(null);
    }

    private Answer answer(String message, UUID workspace, RuleView rule, List<String> warnings) {
        var data = new IntentJson(groups.list(workspace)).of(rule, workspace);
        if (!warnings.isEmpty()) {
            warnings.forEach(data.putArray("warnings")::add);
        }
        return Envelope.ok(message, data);
    }
}
