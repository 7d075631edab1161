package org.chasqui.api.nativeapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.ErrorEnvelope;
import org.chasqui.platform.rest.HttpTerms;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.rest.RequestId;

/** The native API's error answer where no JAX-RS runtime is at work. */
final class Refusal {
    private Refusal() {}

    static void write(
            HttpServletRequest request, HttpServletResponse response, Ids ids, FailureCode code, String message)
            throws IOException {
        var given = request.getHeader(RequestId.HEADER);
        response.setHeader(
                RequestId.HEADER, RequestId.isSane(given) ? given : ids.next().toString());
        response.setStatus(HttpTerms.status(code));
        response.setContentType("application/json");
        Json.mapper().writeValue(response.getOutputStream(), ErrorEnvelope.of(code, message));
    }
}
