package org.chasqui.templates.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphUploads;

/** Brings the sample files of headers to Meta: a draft names one of our files, Meta wants a handle of its own. */
@ApplicationScoped
class SampleFiles {
    private static final Pattern OURS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> TAKEN =
            Set.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");

    @Inject
    Media media;

    @Inject
    GraphUploads uploads;

    @Inject
    PhoneNumbers numbers;

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
        var id = handles.path(0).asText("");
        if (!OURS.matcher(id).matches()) {
            return;
        }
        var field = place + ".example.header_handle";
        var file = media.find(number.workspaceId(), id)
                .orElseThrow(() -> RequestFailed.invalid(field, "names no file of this workspace: upload it first."));
        if (!file.fits(format.toLowerCase(Locale.ROOT)) || !TAKEN.contains(file.mime())) {
            throw RequestFailed.invalid(
                    field,
                    "is a file of the type " + file.mime() + ", which is no sample for a header of the format " + format
                            + ". Meta takes PDF, JPEG, PNG and MP4.");
        }
        handles.set(0, JsonNodeFactory.instance.textNode(handle(number, file)));
    }

    private String handle(SenderNumber number, MediaView file) {
        return uploads.upload(
                numbers.accessToken(number),
                Objects.requireNonNullElse(file.fileName(), "sample"),
                file.mime(),
                Objects.requireNonNullElse(file.size(), 0L),
                () -> media.open(file));
    }
}
