package org.chasqui.sandbox.ai;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.chasqui.sandbox.world.Json;

/** Failures in OpenAI's envelope. */
public class AiFailures implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(AiFailures.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof AiRefused refused) {
            return answer(refused);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Response.status(web.getResponse().getStatus()).build();
        }
        LOG.log(System.Logger.Level.ERROR, "The sandbox failed to answer as a language model", thrown);
        return Response.serverError().build();
    }

    static Response answer(AiRefused refused) {
        Response.ResponseBuilder answer = Response.status(refused.status())
                .type("application/json; charset=UTF-8")
                .entity(Json.bytes(refused.toJson()));
        if (refused.status() == 429) {
            answer.header("Retry-After", "2");
        }
        return answer.build();
    }
}
