package org.chasqui.api.waabot.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.api.dialects.Client;
import org.chasqui.api.waabot.ids.ObjectId;
import org.chasqui.messaging.media.Media;
import org.chasqui.messaging.media.MediaKind;
import org.chasqui.messaging.media.MediaType;
import org.chasqui.messaging.media.MediaView;
import org.chasqui.messaging.multipart.MultipartForm.UploadedFile;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.ids.Ids;

/** The uploads of a workspace under the ids of the dialect. Whatever is uploaded by the native API is here, too. */
@ApplicationScoped
public class Library {
    /** The original lists everything at once; a library of more files is listed as far as this. */
    private static final int MOST = 1_000;

    @Inject
    Media media;

    @Inject
    Ids ids;

    /**
     * Keeps a file.
     *
     * @throws RequestFailed what {@link Media#upload} says
     */
    MediaView keep(Client client, UploadedFile file) throws IOException {
        try (var bytes = Files.newInputStream(file.path())) {
            return media.upload(client.workspaceId(), client.onlyNumber(), ids.next(), bytes, file.name(), file.type());
        }
    }

    /**
     * A file by its 24 digits, or by our own id.
     *
     * @throws RequestFailed NOT_FOUND, also for what the client may not see
     */
    public MediaView file(Client client, String id) {
        return find(client.workspaceId(), id)
                .filter(file -> isVisible(file, client))
                .orElseThrow(() -> RequestFailed.notFound("attachment", id));
    }

    private Optional<MediaView> find(UUID workspaceId, String id) {
        return ObjectId.parse(id)
                .map(range -> media.uploads(workspaceId, 1, range.behind()).stream()
                        .filter(file -> range.holds(file.id()))
                        .findFirst())
                .orElseGet(() -> media.find(workspaceId, id).filter(file -> !file.inbound()));
    }

    /**
     * As {@link #file}, and also what a person has sent: the address of it stands in the events of his messages.
     *
     * @throws RequestFailed NOT_FOUND, also for what the client may not see
     */
    MediaView readable(Client client, String id) {
        return media.find(client.workspaceId(), id)
                .filter(MediaView::inbound)
                .filter(file -> isVisible(file, client))
                .orElseGet(() -> file(client, id));
    }

    /** The files that the client may see, newest first. */
    List<MediaView> list(Client client) {
        return media.uploads(client.workspaceId(), MOST, null).stream()
                .filter(file -> isVisible(file, client))
                .toList();
    }

    InputStream open(MediaView file) throws IOException {
        return media.open(file);
    }

    /** Removes a file here and at Meta: messages that wait and carry it will fail. */
    void remove(MediaView file) {
        media.delete(file);
    }

    /** Whoever is bound to a number sees what was uploaded by such a client, and not the files of the whole workspace. */
    private static boolean isVisible(MediaView file, Client client) {
        return client.mayUse(file.numberId());
    }

    /** What a message sends a file as: image, video, audio, document or sticker. */
    public static String kind(MediaView file) {
        return MediaType.of(file.mime())
                .map(MediaType::kind)
                .orElse(MediaKind.DOCUMENT)
                .wireName();
    }
}
