package org.chasqui.api.botmaker;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.api.dialects.Repeats;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;

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
    Repeats repeats;

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
        Repeats.Work work = reservedId -> guarded.handler()
                .answer(new BotmakerCall(call, caller, match.variables(), reservedId, numbers, settings.publicUrl()));
        return guarded.isRepeatable() ? repeats.answer(call, caller.client(), work) : work.answer(null);
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
