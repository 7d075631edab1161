package org.chasqui.api.dialog360.hub;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /api/v2}: the hub of 360dialog. */
@ApplicationScoped
class HubDialect implements Dialect {
    @Inject
    @Any
    Instance<HubEndpoints> endpoints;

    @Inject
    HubAccess access;

    private HubRoutes routes = new HubRoutes();

    @PostConstruct
    void gather() {
        var all = new HubRoutes();
        endpoints.forEach(part -> part.addTo(all));
        serve(all);
    }

    void serve(HubRoutes all) {
        routes = all;
    }

    @Override
    public boolean claims(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.equals(HubRoutes.PREFIX) || lower.startsWith(HubRoutes.PREFIX + "/");
    }

    @Override
    public Answer answer(Call call) throws IOException {
        var match = routes.find(call.method(), call.path());
        if (match.handler() instanceof HubRoutes.Route.Open open) {
            return open.handler().answer(call);
        }
        var guarded = (HubRoutes.Route.Guarded) match.handler();
        var partner = access.partner(call, match.variables().getOrDefault("partner", ""));
        partner.client().demand(guarded.scope());
        return guarded.handler().answer(new HubCall(partner, call, match.variables()));
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return HubRefusals.answer(failure);
    }
}
