package org.chasqui.api.dialects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chasqui.messaging.multipart.MultipartForm;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.BodyLimit;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.rest.JsonFailures;

/**
 * Reads the body of a request by what it is rather than by what it is called: curl calls everything a form, and many clients
 * send JSON under no name at all. Bodies count on every method.
 */
final class BodyReader {
    /** Hundred megabytes are the most that Meta takes; the fields around a file are small. */
    private static final MultipartForm.Limits UPLOAD = new MultipartForm.Limits(100L << 20, 256 << 10, 50);

    private static final String MULTIPART = "multipart/form-data";
    private static final String FORM = "application/x-www-form-urlencoded";

    private BodyReader() {}

    static boolean isMultipart(HttpServletRequest request) {
        return mediaType(request).equals(MULTIPART);
    }

    static MultipartForm readForm(HttpServletRequest request) throws IOException {
        return MultipartForm.read(request.getContentType(), request.getInputStream(), UPLOAD);
    }

    /** The arguments of a form. */
    static ObjectNode arguments(MultipartForm form) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var field : form.fields()) {
            NestedKeys.put(tree, field.name(), field.value());
        }
        return tree;
    }

    /** The arguments of a body that is no multipart form; none when there is no body. */
    static ObjectNode read(HttpServletRequest request) throws IOException {
        var text = new String(bytes(request), StandardCharsets.UTF_8).strip();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1).strip();
        }
        if (text.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        var type = mediaType(request);
        if (text.startsWith("{") || type.endsWith("json")) {
            return json(text);
        }
        if (type.isEmpty() || type.equals(FORM)) {
            return NestedKeys.read(text);
        }
        throw new RequestFailed(
                FailureCode.UNSUPPORTED_MEDIA_TYPE,
                "A body of the type " + type + " cannot be read: send JSON, or a form.");
    }

    private static ObjectNode json(String text) {
        try {
            if (Json.mapper().readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException malformed) {
            throw JsonFailures.of(malformed);
        }
        throw new RequestFailed(FailureCode.MALFORMED_BODY, "The body must be a JSON object.");
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BodyLimit.MAX_BYTES) {
            throw tooLarge();
        }
        var bytes = request.getInputStream().readNBytes(BodyLimit.MAX_BYTES + 1);
        if (bytes.length > BodyLimit.MAX_BYTES) {
            throw tooLarge();
        }
        return bytes;
    }

    private static RequestFailed tooLarge() {
        return new RequestFailed(
                FailureCode.PAYLOAD_TOO_LARGE, "The body is larger than " + (BodyLimit.MAX_BYTES >> 20) + " MiB.");
    }

    private static String mediaType(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
