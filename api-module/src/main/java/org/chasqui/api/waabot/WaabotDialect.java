package org.chasqui.api.waabot;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.api.dialects.Repeats;
import org.chasqui.api.waabot.instances.ForeignIds;
import org.chasqui.api.waabot.instances.Instances;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.RequestFailed;

/**
 * The API of Waabot, at the root and below {@code /api/v1}, where the native API lives too. The two share {@code
 * /api/v1/whatsapp}: what comes behind it says whose it is, for no word of one is a word of the other.
 */
@ApplicationScoped
class WaabotDialect implements Dialect {
    /** What these answer is JSON, and small: it is kept for clients that repeat a call because they waited too short. */
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH");

    private static final String PREFIX = "/api/v1/";
    private static final String SHARED = "whatsapp";

    @Inject
    @Any
    Instance<WaabotEndpoints> endpoints;

    @Inject
    Access access;

    @Inject
    Instances instances;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Repeats repeats;

    private WaabotRoutes routes = new WaabotRoutes();

    @PostConstruct
    void gather() {
        var all = new WaabotRoutes();
        endpoints.forEach(part -> part.addTo(all));
        serve(all);
    }

    void serve(WaabotRoutes all) {
        routes = all;
    }

    @Override
    public boolean claims(String path) {
        boolean isBelowNative = path.startsWith(PREFIX);
        int start = isBelowNative ? PREFIX.length() : 1;
        int end = endOfWord(path, start);
        if (!routes.isRoot(path, start, end)) {
            return false;
        }
        boolean isShared = isBelowNative
                && end < path.length()
                && end - start == SHARED.length()
                && path.regionMatches(true, start, SHARED, 0, SHARED.length());
        return !isShared || isOwnBehindShared(path, end + 1);
    }

    private boolean isOwnBehindShared(String path, int start) {
        int end = endOfWord(path, start);
        return routes.isBehindWhatsapp(path, start, end)
                || end == path.length() && ForeignIds.isObjectId(path.substring(start));
    }

    private static int endOfWord(String path, int start) {
        int slash = path.indexOf('/', start);
        return slash < 0 ? path.length() : slash;
    }

    @Override
    public Answer answer(Call call) throws IOException {
        var match = routes.find(call.method(), withoutPrefix(call.path()));
        if (match.handler() instanceof WaabotRoutes.Route.Open open) {
            return open.handler().answer(call);
        }
        var guarded = (WaabotRoutes.Route.Guarded) match.handler();
        var caller = access.caller(call);
        caller.client().demand(guarded.scope());
        Repeats.Work work = reservedId -> guarded.handler()
                .answer(new WaabotCall(call, caller, match.variables(), reservedId, instances, numbers));
        return CHANGING.contains(call.method()) ? repeats.answer(call, caller.client(), work) : work.answer(null);
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return Envelope.refusal(failure);
    }

    private static String withoutPrefix(String path) {
        return path.startsWith(PREFIX) ? path.substring(PREFIX.length() - 1) : path;
    }
}
