package org.chasqui.api.dialog360;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.api.dialects.Reply;
import org.chasqui.platform.failure.RequestFailed;

/** The API of 360dialog and CBOT: a client changes its base URL and its key, and goes on. */
@ApplicationScoped
class Dialog360Dialect implements Dialect {
    @Inject
    @Any
    Instance<Dialog360Endpoints> endpoints;

    @Inject
    Access access;

    @Inject
    Hosts hosts;

    private Dialog360Routes routes = new Dialog360Routes();

    @PostConstruct
    void gather() {
        var all = new Dialog360Routes();
        endpoints.forEach(part -> part.addTo(all));
        serve(all);
    }

    void serve(Dialog360Routes all) {
        routes = all;
    }

    @Override
    public boolean claims(String path) {
        return Address.of(path).isPresent();
    }

    @Override
    public Reply answer(Call call) throws IOException {
        var address = address(call);
        var match = routes.find(call.method(), address.path());
        if (match.handler() instanceof Dialog360Routes.Route.Open open) {
            return open.handler().answer(call);
        }
        var guarded = (Dialog360Routes.Route.Guarded) match.handler();
        var caller = access.caller(call);
        caller.client().demand(guarded.scope());
        return guarded.handler().answer(new Dialog360Call(call, address, access, caller, match.variables()));
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return Refusals.answer(failure, Style.CLOUD);
    }

    @Override
    public Answer refusal(Call call, RequestFailed failure) {
        var address = address(call);
        return address.isOfTheGateway() || Refusals.isOfTheGateway(failure)
                ? Refusals.ofTheGateway(failure)
                : Refusals.answer(failure, Dialog360Call.styleOf(call, address));
    }

    private Address address(Call call) {
        var address = Address.of(call.path()).orElseThrow(() -> new IllegalArgumentException("not an address of ours"));
        return hosts.isOnPremise(call.host()) ? address.onPremise() : address;
    }
}
