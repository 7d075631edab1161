package org.chasqui.web.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.chasqui.platform.accounts.onboarding.SignupWindow;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.HttpTerms;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code connect.js} tells of Meta's window: {@code {kind: opened | event | code | closed, id, …}}. The header keeps
 * forms of other sites out.
 */
@ApplicationScoped
class Signals {
    private static final int LONGEST = 16_384;
    private static final String HEADER = "X-Requested-With";

    @Inject
    SignupWindow window;

    /**
     * Whose window a signal is about.
     *
     * @param linkId the link whose page it is; null in the dashboard
     * @param onlyRun the only run that it may be about; null when any of the workspace may be
     */
    record Speaker(
            UUID workspaceId,
            String name,
            @Nullable UUID linkId,
            @Nullable UUID onlyRun,
            boolean coexistence) {}

    /** The signal in the body. */
    JsonNode read(HttpServletRequest request) throws IOException {
        if (!"chasqui".equals(request.getHeader(HEADER))) {
            throw new RequestFailed(FailureCode.PERMISSION_DENIED, "This address is for pages of the gateway.");
        }
        try {
            var body = Json.mapper().readTree(request.getInputStream().readNBytes(LONGEST));
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException noJson) {
            // Falls through to the same sentence.
        }
        throw new RequestFailed(FailureCode.MALFORMED_BODY, "A JSON object is expected.");
    }

    /** Passes a signal on; answers the id of the run. */
    UUID take(JsonNode signal, Speaker speaker) {
        var kind = signal.path("kind").asText();
        if (kind.equals("opened")) {
            var coexistence =
                    speaker.linkId() == null ? signal.path("coexistence").asBoolean() : speaker.coexistence();
            return window.opened(new SignupWindow.Opening(
                    speaker.workspaceId(), id(signal), speaker.name(), coexistence, speaker.linkId()));
        }
        var id = speaker.onlyRun() != null ? speaker.onlyRun() : id(signal);
        if (id == null) {
            throw RequestFailed.notFound("onboarding", "");
        }
        switch (kind) {
            case "event" ->
                window.heard(speaker.workspaceId(), id, signal.path("event").asText());
            case "code" ->
                window.code(speaker.workspaceId(), id, signal.path("code").asText());
            case "closed" -> window.closed(speaker.workspaceId(), id);
            default -> throw RequestFailed.invalid("kind", "must be opened, event, code or closed.");
        }
        return id;
    }

    static @Nullable UUID id(JsonNode signal) {
        var text = signal.path("id").asText("");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            throw RequestFailed.notFound("onboarding", text);
        }
    }

    static void answer(HttpServletResponse response, Object body) throws IOException {
        write(response, HttpServletResponse.SC_OK, body);
    }

    static void refuse(HttpServletResponse response, RequestFailed refused) throws IOException {
        write(
                response,
                HttpTerms.status(refused.code()),
                Map.of(
                        "error",
                        Map.of("code", refused.code().wireCode(), "message", String.valueOf(refused.getMessage()))));
    }

    private static void write(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(body));
    }
}
