package org.chasqui.api.dialog360.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialog360.Dialog360Call;
import org.chasqui.api.dialog360.Dialog360Endpoints;
import org.chasqui.api.dialog360.Dialog360Routes;
import org.chasqui.api.dialog360.Refusals;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaAssets;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Files. The old host takes bytes as they are, under an id of ours, and gives them back as they are; the Cloud one takes a form,
 * answers with Meta's id, and gives an address to fetch the bytes from, which is here and needs the key.
 */
@ApplicationScoped
class MediaEndpoints implements Dialog360Endpoints {
    private static final String ATTACHMENTS = "/whatsapp_business/attachments";

    /** What curl calls a body whose type nobody has named. */
    private static final String CURLS_DEFAULT = "application/x-www-form-urlencoded";

    @Inject
    Media media;

    @Inject
    MediaAssets assets;

    @Inject
    Settings settings;

    @Inject
    Ids ids;

    @Override
    public void addTo(Dialog360Routes routes) {
        routes.sends("POST", "/v1/media", this::uploadBytes)
                .reads("GET", "/v1/media/{id}", call -> file(find(call, call.variable("id"))))
                .sends("DELETE", "/v1/media/{id}", this::deleteOld)
                .sends("POST", "/media", this::uploadForm)
                .reads("GET", "/{id}", this::describe)
                .sends("DELETE", "/{id}", this::delete)
                .reads("GET", ATTACHMENTS, this::attachment);
    }

    private Answer uploadBytes(Dialog360Call call) throws IOException {
        if (call.request().isMultipart()) {
            // Some clients take a form to any address.
            return old(keepForm(call));
        }
        var type = call.request().contentType().filter(given -> !given.startsWith(CURLS_DEFAULT));
        return old(keep(call, call.request().bytes(), null, type.orElse(null)));
    }

    private Answer uploadForm(Dialog360Call call) throws IOException {
        var file = keepForm(call);
        String metaId;
        try {
            metaId = assets.metaIdFor(call.number(), file.id());
        } catch (GraphFailed refused) {
            throw refused.asRefusal();
        }
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", metaId));
    }

    private MediaView keepForm(Dialog360Call call) throws IOException {
        var file = call.request()
                .file()
                .orElseThrow(() -> RequestFailed.invalid("file", "is required: the file in a form."));
        try (var bytes = Files.newInputStream(file.path())) {
            // The field of the Cloud API says it more exactly than the part, which clients often leave to their
            // library.
            var type = call.arguments().text("type").orElse(file.type());
            return keep(call, bytes, file.name(), type);
        }
    }

    private MediaView keep(Dialog360Call call, InputStream bytes, @Nullable String name, @Nullable String type)
            throws IOException {
        return media.upload(call.workspaceId(), call.number().id(), ids.next(), bytes, name, type);
    }

    private static Answer old(MediaView file) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("media").addObject().put("id", file.id().toString());
        body.set("meta", Refusals.meta());
        return Answer.json(201, body);
    }

    private Answer describe(Dialog360Call call) {
        var id = call.variable("id");
        var file = find(call, id);
        var size = file.size();
        if (size == null || file.sha256() == null) {
            throw new RequestFailed(
                    FailureCode.SERVICE_UNAVAILABLE,
                    "The file is still being fetched from Meta: try again in a moment.");
        }
        return Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", settings.publicUrl() + ATTACHMENTS + "/?mid=" + id)
                        .put("mime_type", file.mime())
                        .put("sha256", file.sha256())
                        .put("file_size", size)
                        .put("id", id)
                        .put("messaging_product", "whatsapp"));
    }

    private Answer attachment(Dialog360Call call) throws IOException {
        return file(find(call, call.request().query().demand("mid")));
    }

    private Answer delete(Dialog360Call call) {
        media.delete(find(call, call.variable("id")));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private Answer deleteOld(Dialog360Call call) {
        media.delete(find(call, call.variable("id")));
        return Answer.json(200, JsonNodeFactory.instance.objectNode().set("meta", Refusals.meta()));
    }

    /** What belongs to another number looks as if it did not exist; an upload of the whole workspace is everybody's. */
    private MediaView find(Dialog360Call call, String id) {
        return media.find(call.workspaceId(), id)
                .filter(file -> file.numberId() == null
                        || file.numberId().equals(call.number().id()))
                .orElseThrow(() -> RequestFailed.notFound("media", id));
    }

    /** Whatever is in it must not run in the browser of somebody who is signed in here. */
    private Answer file(MediaView file) throws IOException {
        var size = file.size();
        var bytes = media.open(file);
        return Answer.stream(200, file.mime(), new Answer.Stream(size == null ? 0 : size, bytes))
                .with("Content-Disposition", disposition(file))
                .with("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    private static String disposition(MediaView file) {
        var name = file.fileName() == null ? "file" : file.fileName();
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
