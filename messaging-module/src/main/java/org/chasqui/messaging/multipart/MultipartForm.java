package org.chasqui.messaging.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * A multipart form that was read to its end, for clients that send the fields behind the file as well as before it. The file
 * is kept in a temporary file; closing the form removes it.
 */
public final class MultipartForm implements AutoCloseable {
    /** Names of the temporary files, by which those are found that a process has left which died. */
    public static final String FILES = "chasqui-form-*.part";

    private static final int BUFFER = 64 * 1024;

    private final List<Field> fields = new ArrayList<>();
    private @Nullable UploadedFile file;

    private MultipartForm() {}

    /** A field. */
    public record Field(String name, String value) {}

    /**
     * A file.
     *
     * @param path where its bytes are until the form is closed
     * @param name as the client calls it; null when it does not
     * @param type MIME type as the client says; null when it does not
     */
    public record UploadedFile(
            Path path,
            long size,
            @Nullable String name,
            @Nullable String type) {}

    /**
     * What a form may have.
     *
     * @param file bytes of the file
     * @param fieldBytes bytes of all fields together
     * @param parts how many fields and files
     */
    public record Limits(long file, int fieldBytes, int parts) {}

    /**
     * Reads a form. A part with a file name is a file; there may be one.
     *
     * @throws RequestFailed MALFORMED_BODY for a broken body, PAYLOAD_TOO_LARGE, VALIDATION_FAILED for a second file
     */
    public static MultipartForm read(@Nullable String contentType, InputStream body, Limits limits) throws IOException {
        var form = new MultipartForm();
        boolean whole = false;
        try {
            form.readAll(contentType, body, limits);
            whole = true;
            return form;
        } catch (FileUploadException broken) {
            throw new RequestFailed(
                    FailureCode.MALFORMED_BODY, "The body is not a complete multipart/form-data form.", broken);
        } finally {
            if (!whole) {
                form.close();
            }
        }
    }

    private void readAll(@Nullable String contentType, InputStream body, Limits limits) throws IOException {
        var parts = MultipartFile.parts(contentType, body);
        int left = limits.fieldBytes();
        for (int count = 1; parts.hasNext(); count++) {
            if (count > limits.parts()) {
                throw new RequestFailed(
                        FailureCode.PAYLOAD_TOO_LARGE, "The form has more than " + limits.parts() + " parts.");
            }
            FileItemInput part = parts.next();
            if (part.getName() != null) {
                takeFile(part, limits.file());
            } else if (part.getFieldName() != null) {
                var bytes = part.getInputStream().readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new RequestFailed(FailureCode.PAYLOAD_TOO_LARGE, "The fields of the form are too large.");
                }
                fields.add(new Field(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8)));
            }
        }
    }

    private void takeFile(FileItemInput part, long most) throws IOException {
        if (file != null) {
            throw RequestFailed.invalid(part.getFieldName(), "is a second file; there may be one.");
        }
        var path = Files.createTempFile("chasqui-form-", ".part");
        file = new UploadedFile(path, 0, part.getName(), part.getContentType());
        long size = 0;
        try (var in = part.getInputStream();
                var out = Files.newOutputStream(path)) {
            var buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new RequestFailed(
                            FailureCode.PAYLOAD_TOO_LARGE,
                            "The file is larger than " + (most >> 20) + " MB, the most that can be sent.");
                }
                out.write(buffer, 0, read);
            }
        }
        file = new UploadedFile(path, size, part.getName(), part.getContentType());
    }

    /** The fields in their order. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** The file; empty when the form has none. */
    public Optional<UploadedFile> file() {
        return Optional.ofNullable(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file.path());
        }
    }
}
