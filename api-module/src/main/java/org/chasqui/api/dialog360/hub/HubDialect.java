package org.chasqui.api.dialog360.hub;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /api/v2}: the hub of 360dialog. */
@ApplicationScoped
class HubDialect implements Dialect {
    private static final String PREFIX = "/api/v2";

    @Inject
    HubAccess access;

    @Inject
    HubEndpoints endpoints;

    private final Routes<Handler> routes = new Routes<>();

    /** Serves an address; the token's one has no partner yet. */
    @FunctionalInterface
    private interface Handler {
        Answer answer(Call call, Map<String, String> variables) throws IOException;
    }

    /** Serves an address for a partner. */
    @FunctionalInterface
    private interface PartnerHandler {
        Answer answer(Partner partner, Call call, Map<String, String> variables) throws IOException;
    }

    @PostConstruct
    void gather() {
        var partner = "/partners/{partner}";
        var keys = partner + "/channels/{channel}/api_keys";
        routes.on("POST", "/token", (call, variables) -> access.token(call));
        routes.on("GET", partner, guarded(endpoints::partner));
        routes.on("GET", partner + "/channels", guarded(endpoints::channels));
        routes.on("GET", keys, guarded(endpoints::keys));
        routes.on("POST", keys, guarded(endpoints::createKey));
        routes.on("DELETE", keys + "/{key}", guarded(endpoints::revokeKey));
    }

    private Handler guarded(PartnerHandler handler) {
        return (call, variables) ->
                handler.answer(access.partner(call, variables.getOrDefault("partner", "")), call, variables);
    }

    @Override
    public boolean claims(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.equals(PREFIX) || lower.startsWith(PREFIX + "/");
    }

    @Override
    public Answer answer(Call call) throws IOException {
        var path = call.path().substring(PREFIX.length());
        var match = routes.find(call.method(), path.isEmpty() ? "/" : path);
        return match.handler().answer(call, match.variables());
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return Refusals.ofTheGateway(failure);
    }
}
