package org.chasqui.messaging.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** Finds the part named {@code file} in a multipart body, and lets it be read as it comes. */
public final class MultipartFile {
    private static final int MOST_PARTS = 20;

    private MultipartFile() {}

    /** What is done with the file while the body is being read. */
    public interface Reader<T> {
        T read(InputStream bytes, @Nullable String name, @Nullable String type) throws IOException;
    }

    /**
     * Reads the first part named {@code file}; what comes before it is skipped.
     *
     * @throws RequestFailed MALFORMED_BODY for a broken body, VALIDATION_FAILED when there is no such part
     */
    public static <T> T read(@Nullable String contentType, InputStream body, Reader<T> reader) throws IOException {
        try {
            var parts = parts(contentType, body);
            for (int i = 0; i < MOST_PARTS && parts.hasNext(); i++) {
                FileItemInput part = parts.next();
                if ("file".equals(part.getFieldName())) {
                    return reader.read(part.getInputStream(), part.getName(), part.getContentType());
                }
            }
        } catch (FileUploadException broken) {
            throw new RequestFailed(
                    FailureCode.MALFORMED_BODY, "The body is not a complete multipart/form-data form.", broken);
        }
        throw RequestFailed.invalid("file", "is required: send the bytes in a part with this name.");
    }

    /** The parts of a body, one after the other as they come. */
    static FileItemInputIterator parts(@Nullable String contentType, InputStream body) throws IOException {
        return new Parts().getItemIterator(new Body(contentType, body));
    }

    private record Body(@Nullable String contentType, InputStream body) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public @Nullable String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    /** Reads bodies that come from anywhere; the library leaves it to its users to say from where. */
    private static final class Parts extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {
        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext context) throws FileUploadException {
            return super.parseParameterMap(context);
        }

        @Override
        public List<DiskFileItem> parseRequest(RequestContext context) throws FileUploadException {
            return super.parseRequest(context);
        }

        @Override
        public FileItemInputIterator getItemIterator(RequestContext context) throws IOException {
            return super.getItemIterator(context);
        }
    }
}
