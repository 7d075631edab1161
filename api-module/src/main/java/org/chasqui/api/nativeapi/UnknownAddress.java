package org.chasqui.api.nativeapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.ErrorEnvelope;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.rest.RequestId;

/** Answers below {@code /api} wherever no JAX-RS application does, where the server would answer with a page. */
@WebServlet("/api/*")
public class UnknownAddress extends HttpServlet {
    private static final ObjectMapper JSON = Json.mapper();

    @Inject
    private transient Ids ids;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var given = request.getHeader(RequestId.HEADER);
        response.setHeader(
                RequestId.HEADER, RequestId.isSane(given) ? given : ids.next().toString());
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        JSON.writeValue(
                response.getOutputStream(),
                ErrorEnvelope.of(
                        FailureCode.NOT_FOUND,
                        "There is nothing at this address. The native API begins with /api/v1 and is described at"
                                + " /openapi."));
    }
}
