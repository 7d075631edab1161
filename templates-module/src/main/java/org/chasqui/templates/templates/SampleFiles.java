package org.chasqui.templates.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.messaging.media.Media;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphUploads;
import org.chasqui.platform.outgoing.OutgoingClient;
import org.chasqui.platform.outgoing.UrlRefused;

/** Brings the sample files of headers to Meta: a draft names one of our files, Meta wants a handle of its own. */
@ApplicationScoped
class SampleFiles {
    private static final Logger LOG = System.getLogger(SampleFiles.class.getName());
    private static final Pattern OURS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> TAKEN =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");

    /** WhatsApp's limit of a film; documents may be larger, but hardly as a sample. */
    private static final int LARGEST = 16 << 20;

    private static final int OK = 200;

    @Inject
    Media media;

    @Inject
    GraphUploads uploads;

    @Inject
    PhoneNumbers numbers;

    @Inject
    TemplateStore store;

    @Inject
    OutgoingClient client;

    /**
     * The components with a handle of Meta in the place of each of our files.
     *
     * @throws RequestFailed VALIDATION_FAILED for a file that is not there or of the wrong kind, PROVIDER_ERROR when
     *     Meta cannot be reached
     */
    JsonNode upload(SenderNumber number, JsonNode components) {
        var copy = components.deepCopy();
        walk(number, "components", copy);
        return copy;
    }

    private void walk(SenderNumber number, String path, JsonNode components) {
        for (int i = 0; i < components.size(); i++) {
            var component = components.get(i);
            var place = path + "[" + i + "]";
            if (component.path("example") instanceof ObjectNode example
                    && example.path("header_handle") instanceof ArrayNode handles) {
                replace(number, place, component.path("format").asText(""), handles);
            }
            var cards = component.path("cards");
            for (int c = 0; c < cards.size(); c++) {
                walk(
                        number,
                        place + ".cards[" + c + "].components",
                        cards.get(c).path("components"));
            }
        }
    }

    private void replace(SenderNumber number, String place, String format, ArrayNode handles) {
        var given = handles.path(0).asText("");
        var field = place + ".example.header_handle";
        if (OURS.matcher(given).matches()) {
            handles.set(0, JsonNodeFactory.instance.textNode(ours(number, field, format, given)));
        } else if (given.startsWith("http")) {
            handles.set(0, JsonNodeFactory.instance.textNode(shown(number, field, given)));
        }
    }

    private String ours(SenderNumber number, String field, String format, String id) {
        var file = media.find(number.workspaceId(), id)
                .orElseThrow(() -> RequestFailed.invalid(field, "names no file of this workspace: upload it first."));
        if (!file.fits(format.toLowerCase(Locale.ROOT)) || !TAKEN.contains(file.mime())) {
            throw RequestFailed.invalid(
                    field,
                    "is a file of the type " + file.mime() + ", which is no sample for a header of the format " + format
                            + ". Meta takes PDF, JPEG, PNG and MP4.");
        }
        return uploads.upload(
                numbers.accessToken(number),
                Objects.requireNonNullElse(file.fileName(), "sample"),
                file.mime(),
                Objects.requireNonNullElse(file.size(), 0L),
                () -> media.open(file));
    }

    /** Graph shows a sample as an address and takes none: that of a template of ours is fetched and uploaded again. */
    private String shown(SenderNumber number, String field, String address) {
        if (!isOfATemplate(number, address)) {
            throw RequestFailed.invalid(
                    field, "is an address, and Meta takes none: upload the file, and give the id that it gets.");
        }
        var sample = fetch(field, address);
        var mime = sample.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        if (!TAKEN.contains(mime)) {
            throw again(field);
        }
        return uploads.upload(
                numbers.accessToken(number),
                "sample",
                mime,
                sample.body().length,
                () -> new ByteArrayInputStream(sample.body()));
    }

    /** Only what Graph has shown is fetched: no address of a caller's choice. */
    private boolean isOfATemplate(SenderNumber number, String address) {
        return store.list(number.workspaceId()).stream()
                .filter(template -> template.components().contains(address))
                .flatMap(template -> template.tree().findValues("header_handle").stream())
                .anyMatch(handles -> handles.path(0).asText("").equals(address));
    }

    private OutgoingClient.Answer fetch(String field, String address) {
        try {
            var answer =
                    client.call(new OutgoingClient.Call("GET", URI.create(address), Map.of(), new byte[0], LARGEST));
            if (answer.status() == OK && !answer.isCut()) {
                return answer;
            }
        } catch (IOException | UrlRefused | IllegalArgumentException unreadable) {
            LOG.log(Level.INFO, "a sample that Graph has shown could not be fetched", unreadable);
        }
        throw again(field);
    }

    private static RequestFailed again(String field) {
        return RequestFailed.invalid(
                field,
                "shows a sample that Meta does not give any more: upload the file, and give the id that it gets.");
    }
}
