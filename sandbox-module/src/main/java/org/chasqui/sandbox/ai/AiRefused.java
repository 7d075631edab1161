package org.chasqui.sandbox.ai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** Ends a call with an error in OpenAI's shape: {@code {"error":{message, type, param, code}}}. */
final class AiRefused extends RuntimeException {

    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private AiRefused(int status, String type, @Nullable String param, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    static AiRefused invalid(String message, @Nullable String param) {
        return new AiRefused(400, "invalid_request_error", param, null, message);
    }

    static AiRefused wrongKey() {
        return new AiRefused(401, "invalid_request_error", null, "invalid_api_key", "Incorrect API key provided.");
    }

    static AiRefused unknownModel(String model) {
        return new AiRefused(
                404,
                "invalid_request_error",
                "model",
                "model_not_found",
                "The model `" + model + "` does not exist or you do not have access to it.");
    }

    static AiRefused throttled() {
        return new AiRefused(
                429, "requests", null, "rate_limit_exceeded", "Rate limit reached. Please try again in 2s.");
    }

    static AiRefused unavailable(String reason) {
        return new AiRefused(503, "server_error", null, null, reason);
    }

    int status() {
        return status;
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return json;
    }
}
