package org.chasqui.api.graph;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.regex.Pattern;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Call;
import org.chasqui.api.dialects.Dialect;
import org.chasqui.api.dialects.Reply;
import org.chasqui.api.dialects.Routes;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/**
 * Everything below {@code /graph}, with or without a version: {@code /graph/v24.0/106540352242922/messages}. The same stands at
 * the root with a version: many SDKs write their paths from the root, whatever the base address has behind the host. Versions of
 * Graph have had two digits since 2021; {@code /v2.0} is Botmaker's.
 */
@ApplicationScoped
class GraphDialect implements Dialect {
    private static final String ROOT = "/graph";
    private static final Pattern VERSION_AT_ROOT = Pattern.compile("/v\\d{2,3}\\.\\d{1,2}(/.*)?");

    @Inject
    @Any
    Instance<GraphEndpoints> endpoints;

    @Inject
    GraphAccess access;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Traces traces;

    private Routes<GraphHandler> routes = new Routes<>();

    @PostConstruct
    void gather() {
        var all = new Routes<GraphHandler>();
        endpoints.forEach(part -> part.addTo(all));
        routes = all;
    }

    @Override
    public boolean claims(String path) {
        return path.equals(ROOT)
                || path.startsWith(ROOT + "/")
                || VERSION_AT_ROOT.matcher(path).matches();
    }

    @Override
    public Reply answer(Call call) throws IOException {
        var client = access.client(call);
        var address = GraphAddress.of(withoutRoot(call.path()));
        var match = find(call.method(), address);
        return match.handler().answer(new GraphCall(call, client, address.version(), match.variables(), numbers));
    }

    private static String withoutRoot(String path) {
        return path.startsWith(ROOT) ? path.substring(ROOT.length()) : path;
    }

    private Routes.Match<GraphHandler> find(String method, GraphAddress address) {
        try {
            return routes.find(method, address.path());
        } catch (RequestFailed missing) {
            throw missing.code() == FailureCode.METHOD_NOT_ALLOWED
                    ? MetaFailed.unsupported(method)
                    : MetaFailed.unknownPath(address.path());
        }
    }

    @Override
    public Answer refusal(RequestFailed failure) {
        return Refusals.answer(failure, traces.next());
    }
}
