package org.chasqui.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.chasqui.sandbox.world.Json;

/** Failures of the control API: {@code {"error":{"code","message"}}}. */
public class ControlFailures implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ControlFailures.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof ControlRefused refused) {
            return answer(refused.status(), refused.code(), String.valueOf(refused.getMessage()));
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            int status = web.getResponse().getStatus();
            return answer(
                    status, status == 404 ? "not_found" : "invalid_request", "See docs/sandbox.md for the control API");
        }
        LOG.log(System.Logger.Level.ERROR, "The sandbox failed to answer a control request", thrown);
        return answer(500, "internal", "The sandbox failed; its log says why");
    }

    static Response answer(int status, String code, String message) {
        ObjectNode json = Json.object();
        json.putObject("error").put("code", code).put("message", message);
        return Response.status(status)
                .type("application/json; charset=UTF-8")
                .entity(Json.bytes(json))
                .build();
    }
}
