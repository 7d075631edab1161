package org.chasqui.api.waabot.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.api.dialects.Answer;
import org.chasqui.api.dialects.Arguments;
import org.chasqui.api.waabot.WaabotCall;
import org.chasqui.api.waabot.WaabotEndpoints;
import org.chasqui.api.waabot.WaabotRoutes;
import org.chasqui.api.waabot.parts.MessagePart;
import org.chasqui.api.waabot.wire.ChatId;
import org.chasqui.api.waabot.wire.WireMessage;
import org.chasqui.messaging.content.MessageContent;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaType;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.multipart.MultipartForm.UploadedFile;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/** Pictures, films, sounds and documents: uploaded with the message, or named by their address. */
@ApplicationScoped
class FileMessages implements WaabotEndpoints {
    private static final Set<String> WITH_CAPTION = Set.of("image", "video", "document");
    private static final Map<String, String> FIELDS =
            Map.of("caption", "caption", "filename", "filename", "link", "url", "id", "file");

    @Inject
    Outbox outbox;

    @Inject
    Media media;

    @Inject
    Settings settings;

    @Inject
    Ids ids;

    @Override
    public void addTo(WaabotRoutes routes) {
        routes.sends("POST", "/whatsapp/message/image", call -> upload(call, "image"))
                .sends("POST", "/whatsapp/message/video", call -> upload(call, "video"))
                .sends("POST", "/whatsapp/message/audio", call -> upload(call, "audio"))
                .sends("POST", "/whatsapp/message/doc", call -> upload(call, "document"))
                .sends("POST", "/whatsapp/message/fileurl", this::byAddress)
                .sends("POST", "/whatsapp/image/fileurl", this::byAddress);
    }

    private Answer upload(WaabotCall call, String type) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse("chatId", given.text("chatId"));
        var upload = call.file()
                .orElseThrow(() -> RequestFailed.invalid(
                        "file", "is required: send the bytes as multipart/form-data in a part with this name."));
        var file = keep(sender, upload);
        try {
            var part = part(type, file, given);
            var message = outbox.send(call, sender, peer, part);
            var shown = shown(part, file);
            if (type.equals("image")) {
                Pictures.look(upload.path()).ifPresent(picture -> draw(shown, picture));
            }
            return Answers.single(message, wrapped(type, shown), List.of());
        } catch (RequestFailed refused) {
            // Nobody knows its id: it could never be sent.
            media.delete(file);
            throw refused;
        }
    }

    private MediaView keep(SenderNumber sender, UploadedFile upload) throws IOException {
        try (var bytes = Files.newInputStream(upload.path())) {
            return media.upload(sender.workspaceId(), sender.id(), ids.next(), bytes, upload.name(), upload.type());
        }
    }

    private static MessagePart part(String type, MediaView file, Arguments given) {
        if (!file.fits(type)) {
            throw new RequestFailed(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE,
                    "A file of the type " + file.mime() + " cannot be sent as " + type + "; WhatsApp takes "
                            + String.join(", ", MediaType.fitting(type)) + ".");
        }
        var content = JsonNodeFactory.instance.objectNode().put("id", file.id().toString());
        if (WITH_CAPTION.contains(type)) {
            given.text("caption").ifPresent(caption -> content.put("caption", caption));
        }
        if (type.equals("document")) {
            given.text("filename")
                    .or(() -> Optional.ofNullable(file.fileName()))
                    .ifPresent(name -> content.put("filename", name));
        }
        if (type.equals("audio") && file.mime().equals("audio/ogg")) {
            content.put("voice", true);
        }
        return checked(new MessagePart(type, content));
    }

    private ObjectNode shown(MessagePart part, MediaView file) {
        var shown = JsonNodeFactory.instance
                .objectNode()
                .put("url", settings.publicUrl() + "/api/v1/attachment/" + file.id() + "/file")
                .put("mimetype", file.mime());
        if (part.content().has("caption")) {
            shown.put("caption", part.content().path("caption").asText());
        }
        if (part.content().has("filename")) {
            shown.put("fileName", part.content().path("filename").asText());
        }
        var sha256 = file.sha256();
        if (sha256 != null) {
            shown.put("fileSha256", WireMessage.sha256(sha256));
        }
        shown.put("fileLength", String.valueOf(file.size()));
        return part.type().equals("audio")
                ? shown.put("ptt", part.content().path("voice").asBoolean())
                : shown;
    }

    private static void draw(ObjectNode shown, Pictures.Picture picture) {
        shown.put("height", picture.height()).put("width", picture.width());
        if (picture.thumbnail() != null) {
            shown.put("jpegThumbnail", picture.thumbnail());
        }
    }

    /** Meta fetches the file itself; whether it could is told by the status of the message. */
    private Answer byAddress(WaabotCall call) throws IOException {
        var sender = call.sender();
        var given = call.arguments();
        var peer = ChatId.parse("chatId", given.text("chatId"));
        var type = type(given);
        var url = given.demand("url").strip();
        var content = JsonNodeFactory.instance.objectNode().put("link", url);
        if (WITH_CAPTION.contains(type)) {
            given.text("caption").ifPresent(caption -> content.put("caption", caption));
        }
        if (type.equals("document")) {
            given.text("filename").or(() -> lastWord(url)).ifPresent(name -> content.put("filename", name));
        }
        var part = checked(new MessagePart(type, content));
        var message = outbox.send(call, sender, peer, part);
        var shown = JsonNodeFactory.instance.objectNode().put("url", url);
        given.text("mimetype").ifPresent(mime -> shown.put("mimetype", mime.strip()));
        if (content.has("caption")) {
            shown.put("caption", content.path("caption").asText());
        }
        return Answers.single(message, wrapped(type, shown), List.of());
    }

    /** What it is said to be; else what its MIME type says; else a picture, of which the address in the SDK speaks. */
    private static String type(Arguments given) {
        var mime = given.text("mimetype").map(String::strip);
        mime.filter(name -> MediaType.of(name).isEmpty()).ifPresent(name -> {
            throw new RequestFailed(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE,
                    "WhatsApp does not take files of the type " + name + ". It takes "
                            + String.join(", ", MediaType.fitting("document")) + ".");
        });
        var wanted = given.text("type")
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .or(() -> mime.flatMap(MediaType::of).map(type -> type.kind().wireName()))
                .orElse("image");
        return switch (wanted) {
            case "image", "video", "audio", "document", "sticker" -> wanted;
            case "doc", "file", "pdf" -> "document";
            case "voice", "ptt" -> "audio";
            default -> throw RequestFailed.invalid("type", "must be image, video, audio or document.");
        };
    }

    private static Optional<String> lastWord(String url) {
        var path = url.replaceFirst("[?#].*", "").replaceFirst("^[^/]*//[^/]*", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    /** Checked against Meta's limits now, with the names that this client knows. */
    private static MessagePart checked(MessagePart part) {
        try {
            MessageContent.check(part.type(), part.content());
            return part;
        } catch (RequestFailed failed) {
            var field = failed.fields().get(0);
            var name = field.field().replace(part.type() + ".", "");
            throw RequestFailed.invalid(FIELDS.getOrDefault(name, name), field.message());
        }
    }

    private static ObjectNode wrapped(String type, ObjectNode inner) {
        return JsonNodeFactory.instance.objectNode().set(type + "Message", inner);
    }
}
