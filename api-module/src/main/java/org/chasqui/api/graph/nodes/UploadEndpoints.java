package org.chasqui.api.graph.nodes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Routes;
import org.chasqui.api.graph.GraphCall;
import org.chasqui.api.graph.GraphEndpoints;
import org.chasqui.api.graph.GraphHandler;
import org.chasqui.api.graph.MetaFailed;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;
import org.chasqui.platform.graph.GraphUploads;
import org.chasqui.platform.keys.Scope;

/**
 * Resumable uploads, by which templates and profiles get their pictures. The file is here whole before it goes to Meta, in the
 * name of the gateway's app: a client that resumes begins anew.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/upload">Meta, Resumable Upload API</a>
 */
@ApplicationScoped
class UploadEndpoints implements GraphEndpoints {
    /** Each may hold a hundred megabytes on the disk, and a thread of the server for as long as client and Meta take. */
    private static final int PLACES = 16;

    @Inject
    OwnNodes nodes;

    @Inject
    GraphUploads uploads;

    final Semaphore places = new Semaphore(PLACES);

    @Override
    public void addTo(Routes<GraphHandler> routes) {
        routes.on("POST", "/{app}/uploads", this::open);
    }

    private Answer open(GraphCall call) throws IOException {
        call.client().demand(Scope.WRITE);
        var app = call.variable("app");
        if (!app.matches("app|\\d{3,32}")) {
            throw MetaFailed.noSuchObject("POST", app);
        }
        var session = UploadSession.of(call.arguments());
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("id", session.id()));
    }

    /** How far an upload has come: either it has its handle, or it begins anew. */
    Answer look(GraphCall call) {
        call.client().demand(Scope.WRITE);
        return Answer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", session(call).id())
                        .put("file_offset", 0));
    }

    /** Takes the bytes and answers Meta's handle of them. */
    Answer take(GraphCall call) throws IOException {
        call.client().demand(Scope.WRITE);
        var session = session(call);
        if (!call.request().header("file_offset").orElse("0").equals("0")) {
            throw MetaFailed.invalidParameter("The file_offset does not match the upload session: it is 0 here.");
        }
        var token = nodes.anyToken(call.client());
        if (!places.tryAcquire()) {
            throw new RequestFailed(
                    FailureCode.SERVICE_UNAVAILABLE, PLACES + " files are being uploaded now: try again.");
        }
        try (var file = PutAside.of(call.request().bytes(), folder(), session.length())) {
            if (file.size() != session.length()) {
                throw MetaFailed.invalidParameter(
                        "The body must be the whole file, of as many bytes as file_length said.");
            }
            var handle = uploads.upload(token, session.name(), session.type(), session.length(), file::open);
            return Answer.json(200, JsonNodeFactory.instance.objectNode().put("h", handle));
        } catch (GraphFailed refused) {
            throw refused.asRefusal();
        } finally {
            places.release();
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static UploadSession session(GraphCall call) {
        var id = call.variable("id");
        return UploadSession.read(id)
                .orElseThrow(() -> MetaFailed.noSuchObject(call.request().method(), id));
    }
}
