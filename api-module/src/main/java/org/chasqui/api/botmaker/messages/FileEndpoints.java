package org.chasqui.api.botmaker.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.chasqui.api.botmaker.BotmakerCall;
import org.chasqui.api.botmaker.BotmakerEndpoints;
import org.chasqui.api.botmaker.BotmakerRoutes;
import org.chasqui.api.dialects.Answer;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.failure.RequestFailed;

/** The bytes of files, at the addresses that messages have for them. */
@ApplicationScoped
class FileEndpoints implements BotmakerEndpoints {
    @Inject
    Media media;

    @Override
    public void addTo(BotmakerRoutes routes) {
        routes.reads("GET", "/v2.0" + Files.PATH, this::bytes);
    }

    private Answer bytes(BotmakerCall call) throws IOException {
        var id = call.variable("id");
        var file = media.find(call.client().workspaceId(), id)
                .filter(one -> call.client().mayUse(one.numberId()))
                .orElseThrow(() -> RequestFailed.notFound("file", id));
        var size = file.size();
        return Answer.stream(200, file.mime(), new Answer.Stream(size == null ? 0 : size, media.open(file)))
                // What people send must not run as a page of ours.
                .with("Content-Disposition", "attachment")
                .with("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
