package org.chasqui.api.dialects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chasqui.messaging.multipart.MultipartForm;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.rest.Json;
import org.jspecify.annotations.Nullable;

/** A request to a dialect. The body is read when its arguments are first asked for. Not for several threads. */
public final class Call implements AutoCloseable {
    private static final String SCHEME = "Bearer ";

    private final HttpServletRequest request;
    private final String path;
    private final Map<String, String> headers = new TreeMap<>();
    private @Nullable Arguments query;
    private @Nullable Arguments arguments;
    private @Nullable MultipartForm form;

    Call(HttpServletRequest request, String path) {
        this.request = request;
        this.path = path;
    }

    /** For example {@code POST}. */
    public String method() {
        return request.getMethod();
    }

    /** The name of the server that the client has called, without a port. */
    public String host() {
        return request.getServerName();
    }

    /** Decoded, without the context path and without a slash at the end. */
    public String path() {
        return path;
    }

    /** A header; empty when it is missing or says nothing. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What stands behind {@code Bearer} in the header Authorization; empty when nothing does. */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }

    /** The address that the call comes from, as the connection says. */
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** Whether the body is a form that may hold a file. */
    public boolean isMultipart() {
        return BodyReader.isMultipart(request);
    }

    /** The type of the body as the client names it; empty when it does not. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** The body as it comes, for who takes files without a form around them; in place of {@link #arguments}, never beside. */
    public InputStream bytes() throws IOException {
        return request.getInputStream();
    }

    /**
     * The arguments in the query alone.
     *
     * @throws RequestFailed INVALID_REQUEST
     */
    public Arguments query() {
        if (query == null) {
            query = Arguments.of(NestedKeys.read(request.getQueryString()));
        }
        return query;
    }

    /**
     * The arguments of query and body together; what the body says wins.
     *
     * @throws RequestFailed MALFORMED_BODY, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
     */
    public Arguments arguments() throws IOException {
        if (arguments == null) {
            arguments = query().overlaidWith(body());
        }
        return arguments;
    }

    /** The file of a form; empty when there is none. */
    public Optional<MultipartForm.UploadedFile> file() throws IOException {
        arguments();
        return form == null ? Optional.empty() : form.file();
    }

    /** What was sent, arguments and file, as JSON by which the call is recognised when it comes again. */
    public byte[] content() throws IOException {
        var content = JsonNodeFactory.instance.objectNode();
        content.set("arguments", arguments().tree());
        var file = file();
        if (file.isPresent()) {
            content.put("name", file.get().name())
                    .put("type", file.get().type())
                    .put("sha256", digest(file.get().path()));
        }
        return Json.mapper().writeValueAsBytes(content);
    }

    private static byte[] digest(Path file) throws IOException {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Has the answer, whatever it will be, carry a header. */
    public void answerWith(String header, String value) {
        headers.put(header, value);
    }

    Map<String, String> answerHeaders() {
        return Map.copyOf(headers);
    }

    private ObjectNode body() throws IOException {
        if (!isMultipart()) {
            return BodyReader.read(request);
        }
        if (request.getContentLengthLong() == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        form = BodyReader.readForm(request);
        return BodyReader.arguments(form);
    }

    /** Removes what was received. */
    @Override
    public void close() throws IOException {
        if (form != null) {
            form.close();
        }
    }
}
