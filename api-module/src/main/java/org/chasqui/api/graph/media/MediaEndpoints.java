package org.chasqui.api.graph.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.keys.Scope;

/**
 * Files of our own store behind Meta's addresses. An upload is here at once and at Meta when it is first sent; its id does not
 * end after thirty days.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, media</a>
 */
@ApplicationScoped
public class MediaEndpoints implements GraphEndpoints {
    private static final String BYTES = "/whatsapp_business/attachments";

    @Inject
    Media media;

    @Inject
    Settings settings;

    @Inject
    Ids ids;

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        routes.on("POST", "/{id}/media", this::upload).on("GET", BYTES, this::download);
    }

    private Answer upload(GraphCall call) throws IOException {
        call.client().demand(Scope.SEND);
        var number = call.number();
        if (!call.arguments().path("messaging_product").asText().equals("whatsapp")) {
            throw MetaFailed.invalidParameter("The parameter messaging_product is required, and must be whatsapp.");
        }
        var file = call.request()
                .file()
                .orElseThrow(
                        () -> MetaFailed.invalidParameter(
                                "The parameter file is required: send the bytes as multipart/form-data in a part of this name."));
        var declared = Optional.ofNullable(file.type())
                .filter(type -> !type.startsWith("application/octet-stream"))
                .orElse(call.arguments().path("type").asText(file.type()));
        try (var bytes = Files.newInputStream(file.path())) {
            var kept = media.upload(
                    number.workspaceId(), call.client().onlyNumber(), ids.next(), bytes, file.name(), declared);
            return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", MediaNumber.of(kept.id())));
        }
    }

    /** A file that the client may see, by Meta's id or by digits of ours. */
    public Optional<MediaView> find(GraphCall call, String id) {
        var ours = MediaNumber.read(id).map(Object::toString).orElse(id);
        return media.find(call.client().workspaceId(), ours).filter(file -> isVisible(call, file));
    }

    /** As for keys of the native API: who is bound to a number sees that number's files alone. */
    private static boolean isVisible(GraphCall call, MediaView file) {
        var client = call.client();
        return file.numberId() == null ? client.onlyNumber() == null : client.mayUse(file.numberId());
    }

    /**
     * What Meta tells of a file, with an address of ours for its bytes.
     *
     * @param id as the client wrote it
     */
    public Answer describe(GraphCall call, MediaView file, String id) {
        call.client().demand(Scope.READ);
        checkNumber(call, file, id);
        var tree = JsonNodeFactory.instance
                .objectNode()
                .put("messaging_product", "whatsapp")
                .put("url", settings.publicUrl() + "/graph" + BYTES + "?mid=" + MediaNumber.of(file.id()))
                .put("mime_type", file.mime());
        if (file.sha256() != null) {
            tree.put("sha256", file.sha256());
        }
        if (file.size() != null) {
            tree.put("file_size", Long.toString(file.size()));
        }
        return Answer.json(200, tree.put("id", id));
    }

    /** Removes a file, here and at Meta. */
    public Answer delete(GraphCall call, MediaView file, String id) {
        call.client().demand(Scope.SEND);
        checkNumber(call, file, id);
        media.delete(file);
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("success", true));
    }

    /** Who names a number wants the file only if it is that number's; an upload is every number's. */
    private static void checkNumber(GraphCall call, MediaView file, String id) {
        var wanted = call.query().path("phone_number_id").asText();
        if (!wanted.isEmpty() && file.numberId() != null && !call.isNumber(wanted, file.numberId())) {
            throw MetaFailed.noSuchObject(call.request().method(), id);
        }
    }

    private Answer download(GraphCall call) throws IOException {
        call.client().demand(Scope.READ);
        var id = call.query().path("mid").asText();
        var file = find(call, id).orElseThrow(() -> MetaFailed.noSuchObject("GET", id));
        var bytes = media.open(file);
        return Answer.stream(200, file.mime(), new Answer.Stream(Objects.requireNonNullElse(file.size(), 0L), bytes))
                // Whatever a stranger sent must not run in the browser of someone who is signed in here.
                .with("Content-Disposition", "attachment")
                .with("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
