package org.chasqui.api.waabot.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.waabot.Envelope;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.RequestFailed;

/** {@code /attachment}: files are uploaded, and then named by their ids. */
@ApplicationScoped
class AttachmentEndpoints implements WaabotEndpoints {
    @Inject
    Library library;

    @Inject
    Settings settings;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.writes("POST", "/attachment", this::keep)
                .reads("GET", "/attachment", this::list)
                .reads("GET", "/attachment/{id}", this::one)
                .reads("GET", "/attachment/{id}/file", this::download)
                .writes("DELETE", "/attachment/{id}", this::remove);
    }

    private Answer keep(WaabotCall call) throws IOException {
        var file = call.file()
                .orElseThrow(() -> RequestFailed.invalid(
                        "file",
                        "is required: send a form (multipart/form-data) with the file in a part of this name."));
        return Envelope.ok("Attachment uploaded successfully!", json(library.keep(call.client(), file)));
    }

    private Answer list(WaabotCall call) {
        var data = JsonNodeFactory.instance.arrayNode();
        library.list(call.client()).forEach(file -> data.add(json(file)));
        return Envelope.ok("Attachments fetched successfully!", data);
    }

    private Answer one(WaabotCall call) {
        return Envelope.ok("Attachment fetched successfully!", json(file(call)));
    }

    private Answer remove(WaabotCall call) {
        var file = file(call);
        library.remove(file);
        return Envelope.ok("Attachment deleted successfully!", json(file));
    }

    /** Whatever is in it must not run in the browser of somebody who is signed in here. */
    private Answer download(WaabotCall call) throws IOException {
        var file = library.readable(call.client(), call.variable("id"));
        var size = file.size();
        var stream = new Answer.Stream(size == null ? 0 : size, library.open(file));
        return Answer.stream(200, file.mime(), stream)
                .with("Content-Disposition", disposition(file))
                .with("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private static String disposition(MediaView file) {
        var name = file.fileName() == null ? "file" : file.fileName();
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private MediaView file(WaabotCall call) {
        return library.file(call.client(), call.variable("id"));
    }

    private ObjectNode json(MediaView file) {
        return AttachmentJson.of(file, settings.publicUrl() + "/api/v1");
    }
}
