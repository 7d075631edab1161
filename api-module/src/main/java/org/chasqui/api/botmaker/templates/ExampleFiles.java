package org.chasqui.api.botmaker.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import org.chasqui.api.dialects.Client;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.UrlRefused;
import org.chasqui.templates.definition.TemplateDraft;

/**
 * The example of a header. Botmaker takes its address ({@code exampleURL}), Meta takes none: it is fetched once, kept as a file
 * of ours, and brought to Meta with the template.
 */
@ApplicationScoped
class ExampleFiles {
    private static final Logger LOG = System.getLogger(ExampleFiles.class.getName());
    private static final String FIELD = "header.exampleURL";

    /** Meta's limit of a film; documents may be larger, but hardly as an example. */
    private static final int LARGEST = 16 << 20;

    private static final int OK = 200;

    @Inject
    OutgoingClient http;

    @Inject
    Media media;

    @Inject
    Ids ids;

    /**
     * The draft with a file of ours where an address stood.
     *
     * @throws RequestFailed VALIDATION_FAILED when there is no such file, UNSUPPORTED_MEDIA_TYPE when WhatsApp takes none like it
     */
    TemplateDraft kept(Client client, TemplateDraft draft) throws IOException {
        for (var component : draft.components()) {
            if (component.path("example") instanceof ObjectNode example
                    && example.path("header_handle") instanceof ArrayNode handles
                    && handles.path(0).asText("").startsWith("http")) {
                handles.set(0, keep(client, handles.path(0).asText()));
            }
        }
        return draft;
    }

    private String keep(Client client, String address) throws IOException {
        var file = fetch(address);
        var type = file.headers()
                .getOrDefault("content-type", "")
                .replaceFirst(";.*", "")
                .strip();
        return media.upload(
                        client.workspaceId(),
                        client.onlyNumber(),
                        ids.next(),
                        new ByteArrayInputStream(file.body()),
                        address.replaceFirst("[?#].*", "").replaceFirst(".*/", ""),
                        type.isEmpty() ? null : type)
                .id()
                .toString();
    }

    private OutgoingClient.Answer fetch(String address) {
        try {
            var answer = http.call(new OutgoingClient.Call("GET", URI.create(address), Map.of(), new byte[0], LARGEST));
            if (answer.status() == OK && !answer.isCut()) {
                return answer;
            }
        } catch (IOException | UrlRefused | IllegalArgumentException unreadable) {
            LOG.log(Level.INFO, "an example of a template could not be fetched", unreadable);
        }
        throw RequestFailed.invalid(
                FIELD, "could not be fetched: it must be a public address of a file of 16 MB at most.");
    }
}
