package org.chasqui.platform.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;

/** Refuses bodies of more than two mebibytes, whatever length they claim; uploads are their resource's own matter. */
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {
    private static final MediaType CSV = new MediaType("text", "csv");

    /** The largest body in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isUpload(request)) {
            return;
        }
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Bounded(request.getEntityStream()));
        }
    }

    /** Whether the body is a file rather than JSON. */
    static boolean isUpload(ContainerRequestContext request) {
        var type = request.getMediaType();
        return type != null
                && !type.isWildcardType()
                && (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type) || CSV.isCompatible(type));
    }

    private static RequestFailed tooLarge() {
        return new RequestFailed(
                FailureCode.PAYLOAD_TOO_LARGE,
                "The body is larger than " + MAX_BYTES / 1024 / 1024 + " MiB: split the request.");
    }

    private static final class Bounded extends FilterInputStream {
        private int left = MAX_BYTES;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
