package org.chasqui.api.dialog360.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.templates.templates.TemplateView;

/** Templates of the number's account: {@code /v1/configs/templates} with an offset, {@code /message_templates} as pages of Graph. */
@ApplicationScoped
class TemplateEndpoints implements Dialog360Endpoints {
    private static final int USUAL = 1_000;
    private static final int USUAL_OF_GRAPH = 25;
    private static final int MOST = 1_000;

    @Inject
    AccountTemplates templates;

    @Inject
    Settings settings;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.reads("GET", "/v1/configs/templates", this::list)
                .writes("POST", "/v1/configs/templates", this::create)
                .writes("DELETE", "/v1/configs/templates/{name}", this::deleteOld)
                .reads("GET", "/message_templates", this::pages)
                .writes("POST", "/message_templates", this::createAtGraph)
                .writes("DELETE", "/message_templates", this::delete);
    }

    private Answer list(Dialog360Call call) throws IOException {
        var given = call.arguments();
        int limit = number(given, "limit", USUAL, 1, MOST);
        int offset = number(given, "offset", 0, 0, Integer.MAX_VALUE);
        var all = sorted(call, given.text("sort").orElse("name"));
        var namespace = namespace(call);
        var body = JsonNodeFactory.instance.objectNode();
        var page = all.stream().skip(offset).limit(limit).toList();
        body.put("count", page.size());
        body.putObject("filters");
        body.put("limit", limit).put("offset", offset);
        body.putArray("sort").add(given.text("sort").orElse("name"));
        body.put("total", all.size());
        var list = body.putArray("waba_templates");
        page.forEach(template -> list.add(TemplateJson.old(template, namespace)));
        return Answer.json(200, body);
    }

    private Answer pages(Dialog360Call call) throws IOException {
        var given = call.arguments();
        int limit = number(given, "limit", USUAL_OF_GRAPH, 1, MOST);
        int offset = given.text("after").map(TemplateEndpoints::offset).orElse(0);
        var name = given.text("name").orElse("");
        var status = given.text("status").orElse("");
        var all = sorted(call, "name").stream()
                .filter(template -> name.isEmpty() || template.name().contains(name.toLowerCase(Locale.ROOT)))
                .filter(template -> status.isEmpty() || template.status().equalsIgnoreCase(status))
                .toList();
        var body = JsonNodeFactory.instance.objectNode();
        var data = body.putArray("data");
        all.stream().skip(offset).limit(limit).forEach(template -> data.add(TemplateJson.graph(template)));
        if (data.isEmpty()) {
            return Answer.json(200, body);
        }
        var paging = body.putObject("paging");
        int end = offset + data.size();
        paging.putObject("cursors").put("before", cursor(offset)).put("after", cursor(end));
        if (end < all.size()) {
            paging.put("next", next(limit, end, name, status));
        }
        return Answer.json(200, body);
    }

    private String next(int limit, int end, String name, String status) {
        return settings.publicUrl() + "/message_templates?limit=" + limit + "&after=" + cursor(end)
                + (name.isEmpty() ? "" : "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                + (status.isEmpty() ? "" : "&status=" + URLEncoder.encode(status, StandardCharsets.UTF_8));
    }

    private Answer create(Dialog360Call call) throws IOException {
        return Answer.json(201, TemplateJson.old(made(call), namespace(call)));
    }

    private Answer createAtGraph(Dialog360Call call) throws IOException {
        var made = made(call);
        return Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", made.metaId())
                        .put("status", made.status())
                        .put("category", made.category()));
    }

    private TemplateView made(Dialog360Call call) throws IOException {
        return templates.make(call.number(), call.arguments(), call.client().name());
    }

    private Answer deleteOld(Dialog360Call call) {
        deleteAll(call, call.variable("name"));
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("meta").put("success", true);
        return Answer.json(200, body);
    }

    private Answer delete(Dialog360Call call) throws IOException {
        deleteAll(call, call.arguments().demand("name"));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }

    /** In all languages, as Meta does when only the name is given. */
    private void deleteAll(Dialog360Call call, String name) {
        templates.delete(
                call.workspaceId(),
                call.number().accountId(),
                name,
                template -> template.name().equals(name),
                call.client().name());
    }

    private List<TemplateView> sorted(Dialog360Call call, String sort) {
        return templates.sorted(call.workspaceId(), call.number().accountId(), sort);
    }

    private String namespace(Dialog360Call call) {
        return templates.namespace(call.workspaceId(), call.number().accountId());
    }

    private static int number(Arguments given, String name, int usual, int least, int most) {
        int number = given.wholeNumber(name).orElse(usual);
        if (number < least) {
            throw RequestFailed.invalid(name, "must be " + least + " or more.");
        }
        return Math.min(number, most);
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String cursor) {
        try {
            return Math.max(
                    0, Integer.parseInt(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notOurs) {
            throw RequestFailed.invalid("after", "is no cursor of ours.");
        }
    }
}
