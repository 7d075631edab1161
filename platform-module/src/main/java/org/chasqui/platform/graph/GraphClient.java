package org.chasqui.platform.graph;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Makes management calls to Graph. */
@ApplicationScoped
public class GraphClient {
    private static final int CONNECT_SECONDS = 5;
    private static final int READ_SECONDS = 30;
    private static final int FIRST_ERROR = 400;

    // Meta adds members whenever it likes.
    private static final ObjectMapper LENIENT =
            Json.mapper().copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Inject
    GraphConfig config;

    private @Nullable GraphManagement client;

    /**
     * Makes one call.
     *
     * @throws GraphFailed when Graph answers with an error
     * @throws RequestFailed PROVIDER_ERROR when Graph cannot be reached or answers nonsense
     */
    public <T> T call(Function<GraphManagement, T> call) {
        try {
            return call.apply(client());
        } catch (ProcessingException unreachable) {
            if (unreachable.getCause() instanceof GraphFailed failed) {
                throw failed;
            }
            throw new RequestFailed(
                    FailureCode.PROVIDER_ERROR,
                    "Meta's Graph API at " + config.baseUrl().getHost()
                            + " could not be reached or did not answer as expected: try again, and check the network"
                            + " and chasqui.graph.url if it stays so.",
                    unreachable);
        }
    }

    /** Made at the first call: where Graph is may be known only then. */
    private synchronized GraphManagement client() {
        var known = client;
        if (known == null) {
            known = build();
            client = known;
        }
        return known;
    }

    private GraphManagement build() {
        return RestClientBuilder.newBuilder()
                .baseUri(config.baseUrl())
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .property("jersey.config.disableJsonBinding", true)
                .property("jersey.config.disableMoxyJson", true)
                // Graph's DELETE of blocked users has a body.
                .property("jersey.config.client.suppressHttpComplianceValidation", true)
                .register(new LenientJson())
                .register(new ErrorReader())
                .build(GraphManagement.class);
    }

    /** Names its media type, because Jackson's claim to all types loses to the more exact claim of JSON-B. */
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    private static final class LenientJson extends JacksonJsonProvider {
        LenientJson() {
            super(LENIENT);
        }
    }

    private static final class ErrorReader implements ResponseExceptionMapper<RuntimeException> {
        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= FIRST_ERROR;
        }

        @Override
        public RuntimeException toThrowable(Response response) {
            int status = response.getStatus();
            var body = body(response);
            return new GraphFailed(
                    GraphErrors.read(status, body)
                            // A proxy on the way answers in HTML, and Meta itself sometimes without a body.
                            .orElseGet(() -> new GraphError(
                                    status, status >= 500 ? 2 : 1, null, "HTTP status " + status, null, null)),
                    body);
        }

        private static JsonNode body(Response response) {
            try (InputStream stream = response.readEntity(InputStream.class)) {
                var tree = stream == null ? null : LENIENT.readTree(stream);
                return tree == null ? LENIENT.missingNode() : tree;
            } catch (IOException | ProcessingException notJson) {
                return LENIENT.missingNode();
            }
        }
    }
}
