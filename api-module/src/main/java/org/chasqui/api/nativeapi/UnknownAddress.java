package org.chasqui.api.nativeapi;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.ids.Ids;

/** Answers below {@code /api} wherever no JAX-RS application does, where the server would answer with a page. */
@WebServlet("/api/*")
public class UnknownAddress extends HttpServlet {
    @Inject
    private transient Ids ids;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal.write(
                request,
                response,
                ids,
                FailureCode.NOT_FOUND,
                "There is nothing at this address. The native API begins with /api/v1 and is described at /openapi.");
    }
}
