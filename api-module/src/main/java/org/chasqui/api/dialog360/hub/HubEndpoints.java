package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.dialects.Call;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.keys.ApiKeyView;
import org.chasqui.platform.keys.ApiKeys;
import org.chasqui.platform.keys.CreateApiKey;
import org.chasqui.platform.keys.KeyKind;
import org.chasqui.platform.keys.Scope;
import org.jspecify.annotations.Nullable;

/** The channels of a partner, which are the numbers of the workspace, and their keys. */
@ApplicationScoped
class HubEndpoints {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;

    @Inject
    PhoneNumbers numbers;

    @Inject
    ApiKeys keys;

    @Inject
    Settings settings;

    Answer partner(Partner partner, Call call, Map<String, String> variables) {
        partner.client().demand(Scope.READ);
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("id", partner.client().workspaceId().toString());
        return Answer.json(200, body.put("hub_url", settings.publicUrl()));
    }

    Answer channels(Partner partner, Call call, Map<String, String> variables) {
        partner.client().demand(Scope.READ);
        var query = call.query();
        int limit = Math.min(number(query, "limit", USUAL), MOST);
        int offset = number(query, "offset", 0);
        var all = numbers.list(partner.client().workspaceId());
        var body = JsonNodeFactory.instance.objectNode();
        var list = JsonNodeFactory.instance.arrayNode();
        all.stream().skip(offset).limit(limit).map(HubEndpoints::channel).forEach(list::add);
        body.put("count", list.size());
        body.putObject("filters");
        body.putArray("sort").add("id");
        body.put("limit", limit).put("offset", offset).put("total", all.size());
        body.set("partner_channels", list);
        return Answer.json(200, body);
    }

    Answer keys(Partner partner, Call call, Map<String, String> variables) {
        partner.client().demand(Scope.READ);
        var channel = channel(partner, variables);
        var body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("api_keys");
        keys.list(channel.workspaceId()).stream()
                .filter(key -> isOf(key, channel) && key.revokedAt() == null)
                .forEach(key -> list.add(describe(key).put("api_key_prefix", key.prefix())));
        return Answer.json(200, body);
    }

    /** A key gives only what it has itself, and ends when it does. */
    Answer createKey(Partner partner, Call call, Map<String, String> variables) throws IOException {
        partner.client().demand(Scope.WRITE);
        var channel = channel(partner, variables);
        var name = call.arguments().text("name").orElse("Hub");
        var made = keys.create(new CreateApiKey(
                channel.workspaceId(),
                name,
                KeyKind.DIALOG360,
                partner.client().scopes(),
                channel.id(),
                partner.key().expiresAt(),
                partner.client().name()));
        return Answer.json(201, describe(made.key()).put("api_key", made.secret()));
    }

    Answer revokeKey(Partner partner, Call call, Map<String, String> variables) {
        partner.client().demand(Scope.WRITE);
        var channel = channel(partner, variables);
        var id = variables.getOrDefault("key", "");
        var key = keys.list(channel.workspaceId()).stream()
                .filter(found -> isOf(found, channel) && found.id().toString().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> RequestFailed.notFound("API key", id));
        keys.revoke(channel.workspaceId(), key.id(), partner.client().name());
        return Answer.json(200, JsonNodeFactory.instance.objectNode());
    }

    private SenderNumber channel(Partner partner, Map<String, String> variables) {
        var id = variables.getOrDefault("channel", "");
        return numbers.find(partner.client().workspaceId(), id)
                .orElseThrow(() -> RequestFailed.notFound("channel", id));
    }

    private static JsonNode channel(SenderNumber number) {
        var channel = JsonNodeFactory.instance
                .objectNode()
                .put("id", number.id().toString())
                .put("external_id", number.phoneNumberId())
                .put("status", number.status().equals("CONNECTED") ? "running" : "ready");
        channel.putObject("setup_info")
                .put("phone_number", number.displayPhoneNumber().replaceAll("\\D", ""))
                .put("phone_name", number.verifiedName());
        channel.putObject("waba_account")
                .put("id", number.accountId().toString())
                .put("external_id", number.wabaId());
        return channel;
    }

    private ObjectNode describe(ApiKeyView key) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id().toString())
                .put("address", settings.publicUrl())
                .put("app_id", text(key.phoneNumberId()));
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static boolean isOf(ApiKeyView key, SenderNumber channel) {
        return Objects.equals(key.phoneNumberId(), channel.id())
                && (key.kind() == KeyKind.DIALOG360 || key.kind() == KeyKind.CBOT);
    }

    private static int number(Arguments given, String name, int usual) {
        int number = given.number(name).map(BigDecimal::intValue).orElse(usual);
        if (number < 0) {
            throw RequestFailed.invalid(name, "must be 0 or more.");
        }
        return number;
    }
}
