package org.chasqui.api.botmaker;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.RepeatedCalls;
import org.jspecify.annotations.Nullable;

/**
 * The API of Botmaker: everything below {@code /v2.0} and {@code /api/v1.0}, and the same below {@code /botmaker} for who has
 * a proxy that needs a prefix of its own.
 */
@ApplicationScoped
class BotmakerDialect implements Dialect {
    private static final String PREFIX = "/botmaker";
    private static final List<String> ROOTS = List.of("/v2.0", "/api/v1.0");

    @Inject
    @Any
    Instance<BotmakerEndpoints> endpoints;

    @Inject
    Access access;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Settings settings;

    @Inject
    RepeatedCalls repeated;

    private BotmakerRoutes routes = new BotmakerRoutes();

    @PostConstruct
    void gather() {
        var all = new BotmakerRoutes();
        endpoints.forEach(part -> part.addTo(all));
        routes = all;
    }

    @Override
    public boolean claims(String path) {
        var own = withoutPrefix(path).toLowerCase(Locale.ROOT);
        return ROOTS.stream().anyMatch(root -> own.equals(root) || own.startsWith(root + "/"));
    }

    @Override
    public Answer answer(Call call) throws IOException {
        var match = routes.find(call.method(), withoutPrefix(call.path()));
        if (match.handler() instanceof BotmakerRoutes.Route.Open open) {
            return open.handler().answer(call);
        }
        var guarded = (BotmakerRoutes.Route.Guarded) match.handler();
        var caller = access.caller(call);
        caller.client().demand(guarded.scope());
        var key = guarded.isRepeatable() ? call.header(RepeatedCalls.HEADER) : Optional.<String>empty();
        if (key.isEmpty()) {
            return guarded.handler().answer(known(call, caller, match.variables(), null));
        }
        var answered = repeated.once(
                caller.client().workspaceId(),
                caller.client().id(),
                key.get(),
                call.method() + " " + call.path(),
                call.content(),
                reservedId -> answered(guarded.handler().answer(known(call, caller, match.variables(), reservedId))));
        var answer = Answer.bytes(answered.status(), answered.mediaType(), answered.body());
        return answered.isReplayed() ? answer.with(RepeatedCalls.REPLAYED, "true") : answer;
    }

    private BotmakerCall known(
            Call call, Access.Caller caller, Map<String, String> variables, @Nullable UUID reservedId) {
        return new BotmakerCall(call, caller, variables, reservedId, numbers, settings.publicUrl());
    }

    private static RepeatedCalls.Answered answered(Answer answer) {
        return new RepeatedCalls.Answered(answer.status(), answer.contentType(), answer.body(), false);
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return Failures.answer(failure);
    }

    private static String withoutPrefix(String path) {
        boolean isPrefixed = path.regionMatches(true, 0, PREFIX + "/", 0, PREFIX.length() + 1);
        return isPrefixed ? path.substring(PREFIX.length()) : path;
    }
}
