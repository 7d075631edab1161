package org.chasqui.web.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.rest.Json;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * Files of the workspace for the browser of somebody who is signed in: {@code GET ?id=} gives one, {@code POST ?name=}
 * with the bytes as the body keeps one that is about to be sent.
 */
@WebServlet(urlPatterns = "/console/media", asyncSupported = true)
public class ConsoleMedia extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** No svg and no html: what a stranger sent must not run where somebody is signed in. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "video/mp4",
            "video/3gpp",
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg");

    @Inject
    transient Media media;

    @Inject
    transient CurrentUser me;

    @Inject
    transient Ids ids;

    static boolean isShown(String mime) {
        return SHOWN.contains(mime);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getParameter("id");
        var file = media.find(me.workspaceId(), id == null ? "" : id).orElse(null);
        if (file == null) {
            response.sendError(404);
            return;
        }
        try (var bytes = media.open(file)) {
            boolean shown = isShown(file.mime()) && request.getParameter("download") == null;
            response.setContentType(file.mime());
            response.setHeader("Content-Disposition", (shown ? "inline" : "attachment") + name(file));
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("Cache-Control", "private, max-age=3600");
            give(bytes, file.size(), request.getHeader("Range"), response);
        } catch (RequestFailed notThere) {
            response.sendError(404);
        }
    }

    /** Players move about in a film or a sound only when pieces of it can be had. */
    private static void give(
            InputStream bytes, @Nullable Long size, @Nullable String asked, HttpServletResponse response)
            throws IOException {
        var out = response.getOutputStream();
        if (size == null) {
            bytes.transferTo(out);
            return;
        }
        response.setHeader("Accept-Ranges", "bytes");
        var range = ByteRange.of(asked, size).orElse(null);
        if (range == null) {
            response.setContentLengthLong(size);
            bytes.transferTo(out);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", range.of(size));
        response.setContentLengthLong(range.length());
        bytes.skipNBytes(range.first());
        copy(bytes, out, range.length());
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        var buffer = new byte[16 * 1024];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static String name(MediaView file) {
        var given = file.fileName() == null ? "file" : file.fileName();
        return "; filename*=UTF-8''"
                + URLEncoder.encode(given, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        // A foreign page cannot set this header without asking first, and it is never answered yes.
        if (request.getHeader("X-Chasqui") == null) {
            response.setStatus(403);
            return;
        }
        try {
            me.demand(Permission.SEND);
            var kept = media.upload(
                    me.workspaceId(),
                    ids.next(),
                    request.getInputStream(),
                    request.getParameter("name"),
                    request.getContentType());
            Json.mapper()
                    .writeValue(
                            response.getOutputStream(),
                            Map.of("id", kept.id().toString(), "shown", isShown(kept.mime()), "mime", kept.mime()));
        } catch (RequestFailed refused) {
            // Told in the body, so that the page can say it; a status would be a complaint in the browser's console.
            Json.mapper().writeValue(response.getOutputStream(), Map.of("error", String.valueOf(refused.getMessage())));
        }
    }
}
