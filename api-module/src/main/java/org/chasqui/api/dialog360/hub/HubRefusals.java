package org.chasqui.api.dialog360.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.platform.failure.RequestFailed;

/** Failures as clients of the hub read them: all of it stands in {@code meta}. */
final class HubRefusals {
    private static final int NOT_IMPLEMENTED = 501;

    private HubRefusals() {}

    static Answer answer(RequestFailed failed) {
        int status = Refusals.status(failed);
        var meta = meta(status, failed.code().wireCode(), Refusals.message(failed));
        var details = meta.putArray("details");
        failed.fields()
                .forEach(
                        field -> details.addObject().put("field", field.field()).put("message", field.message()));
        return answer(status, meta);
    }

    /** Something that the hub of 360dialog has and that has no meaning here: said, and never pretended. */
    static Answer notImplemented(String message) {
        return answer(NOT_IMPLEMENTED, meta(NOT_IMPLEMENTED, "not_implemented", message));
    }

    private static ObjectNode meta(int status, String code, String message) {
        var meta = JsonNodeFactory.instance
                .objectNode()
                .put("success", false)
                .put("http_code", status)
                .put("httpCode", status)
                .put("developer_message", message)
                .put("developerMessage", message);
        meta.putObject("error_data")
                .put("code", code)
                .put("message", message)
                .put("real_message", message)
                .put("status", status);
        return meta;
    }

    private static Answer answer(int status, JsonNode meta) {
        return Answer.json(status, JsonNodeFactory.instance.objectNode().set("meta", meta));
    }
}
