package org.chasqui.sandbox.graph;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.chasqui.sandbox.meta.GraphFailure;
import org.chasqui.sandbox.meta.MediaRules;
import org.chasqui.sandbox.world.MediaShelf;
import org.jspecify.annotations.Nullable;

/**
 * The multipart body of an upload, read as it arrives: fields into memory, the file to disk.
 *
 * @param fields what is no file, for example {@code messaging_product}
 * @param file what was in the part named file; null when there was none
 * @param fileName as the client called it; null when it did not
 * @param fileType MIME type of the part; null when it had none
 */
record UploadForm(
        Map<String, String> fields,
        MediaShelf.@Nullable Received file,
        @Nullable String fileName,
        @Nullable String fileType) {

    private static final int LONGEST_FIELD = 4096;
    private static final int MOST_PARTS = 10;

    static UploadForm read(HttpServletRequest request, InputStream body, MediaShelf shelf) throws IOException {
        Map<String, String> fields = new HashMap<>();
        MediaShelf.Received file = null;
        String name = null;
        String type = null;
        boolean done = false;
        try {
            FileItemInputIterator parts = new Parts().getItemIterator(new Body(request, body));
            for (int i = 0; i < MOST_PARTS && parts.hasNext(); i++) {
                FileItemInput part = parts.next();
                if (!"file".equals(part.getFieldName())) {
                    byte[] value = part.getInputStream().readNBytes(LONGEST_FIELD);
                    fields.put(String.valueOf(part.getFieldName()), new String(value, StandardCharsets.UTF_8));
                } else if (file == null) {
                    file = shelf.receive(part.getInputStream(), MediaRules.LARGEST);
                    if (file == null) {
                        throw new GraphRefused(GraphFailure.of(131053, "The file is larger than 100 MB."));
                    }
                    name = part.getName();
                    type = part.getContentType();
                }
            }
            done = true;
            return new UploadForm(fields, file, name, type);
        } catch (FileUploadException broken) {
            throw new GraphRefused(
                    GraphFailure.invalidParameter("The body is not a multipart form: " + broken.getMessage()));
        } finally {
            if (!done && file != null) {
                shelf.drop(file);
            }
        }
    }

    private record Body(HttpServletRequest request, InputStream body) implements RequestContext {

        @Override
        public @Nullable String getCharacterEncoding() {
            return request.getCharacterEncoding();
        }

        @Override
        public long getContentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
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

    /** Only the iterator is used; the rest of the library keeps whole requests. */
    private static final class Parts extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {

        @Override
        public FileItemInputIterator getItemIterator(RequestContext context) throws FileUploadException, IOException {
            return super.getItemIterator(context);
        }

        @Override
        public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext context) throws FileUploadException {
            return super.parseParameterMap(context);
        }

        @Override
        public List<DiskFileItem> parseRequest(RequestContext context) throws FileUploadException {
            return super.parseRequest(context);
        }
    }
}
