package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chasqui.api.botmaker.Answers;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.botmaker.NextPage;
import org.chasqui.api.botmaker.wire.BotmakerId;
import org.chasqui.api.botmaker.wire.ChannelId;
import org.chasqui.api.dialects.Answer;
import org.chasqui.platform.accounts.NumberView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.templates.templates.Templates;
import org.jspecify.annotations.Nullable;

/** {@code /whatsapp/templates}: the templates of the numbers that the caller may use. */
@ApplicationScoped
class TemplateEndpoints implements BotmakerEndpoints {
    private static final String PATH = "/v2.0/whatsapp/templates";
    private static final int CREATED = 201;

    @Inject
    Templates templates;

    @Inject
    ExampleFiles examples;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", PATH, this::list)
                .writes("POST", PATH, this::create)
                .reads("GET", PATH + "/{idOrName}", this::one)
                .writes("DELETE", PATH + "/{idOrName}", this::delete);
    }

    private Answer list(BotmakerCall call) {
        var state = call.query().text("state").map(String::strip);
        return NextPage.whole(
                all(call).stream()
                        .filter(one -> state.isEmpty() || state.get().equalsIgnoreCase(state(one)))
                        .toList(),
                one -> document(one, call.channels()));
    }

    private List<TemplateView> all(BotmakerCall call) {
        var accounts = call.channels().stream()
                .map(number -> number.sender().accountId())
                .collect(Collectors.toSet());
        return templates.list(call.client().workspaceId()).stream()
                .filter(one -> one.deletedAt() == null && accounts.contains(one.accountId()))
                .toList();
    }

    private TemplateView demand(BotmakerCall call) {
        var idOrName = call.variable("idOrName");
        @Nullable UUID id = BotmakerId.parse(idOrName).orElse(null);
        return all(call).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> TemplateChoice.choose(all(call), idOrName, () -> null))
                .orElseThrow(() -> RequestFailed.notFound("template", idOrName));
    }

    private Answer one(BotmakerCall call) {
        return Answer.json(200, document(demand(call), call.channels()));
    }

    /** A name stands for one language there: of several here, the one goes that the name means. */
    private Answer delete(BotmakerCall call) {
        templates.delete(demand(call), call.client().name());
        return Answers.empty();
    }

    private Answer create(BotmakerCall call) throws IOException {
        var given = call.arguments();
        var lines = given.texts("phoneLinesNumbers");
        var only = call.client().onlyNumber();
        var number = lines.isEmpty()
                ? only == null ? null : only.toString()
                : call.channel(lines.get(0), "phoneLinesNumbers").id().toString();
        var made = templates.create(
                call.client().workspaceId(),
                number,
                examples.kept(call.client(), TemplateWords.draft(given)),
                call.client().name());
        return Answer.json(CREATED, document(made, call.channels()));
    }

    private static ObjectNode document(TemplateView template, List<NumberView> channels) {
        var document = JsonNodeFactory.instance
                .objectNode()
                .put("id", BotmakerId.of(template.id()))
                .put("name", template.name())
                .put("state", state(template))
                .put("notes", notes(template));
        var lines = document.putArray("phoneLinesNumbers");
        channels.stream()
                .filter(number -> number.sender().accountId().equals(template.accountId()))
                .forEach(number -> lines.add(ChannelId.digits(number.sender())));
        document.putNull("botName");
        document.put("category", template.category()).put("locale", template.language());
        TemplateWords.describe(document, template.tree());
        return document;
    }

    /** Botmaker knows four states; nothing waits for Botmaker here. */
    static String state(TemplateView template) {
        return switch (template.status()) {
            case "APPROVED" -> "APPROVED";
            case "PENDING", "IN_APPEAL" -> "ACCOUNT_PENDING";
            default -> "REJECTED";
        };
    }

    private static @Nullable String notes(TemplateView template) {
        return template.rejectedReason() == null ? template.note() : template.rejectedReason();
    }
}
