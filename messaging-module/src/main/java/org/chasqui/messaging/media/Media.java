package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** The files of a workspace: uploads, and what people sent. */
@ApplicationScoped
public class Media {
    private static final Logger LOG = System.getLogger(Media.class.getName());
    private static final Pattern META_ID = Pattern.compile("\\d{5,32}");
    private static final Duration SOON = Duration.ofSeconds(2);

    @Inject
    MediaConfig config;

    @Inject
    Staging staging;

    @Inject
    MediaStore store;

    @Inject
    MediaRows rows;

    @Inject
    MediaWriter writer;

    @Inject
    MetaMedia meta;

    @Inject
    PhoneNumbers numbers;

    @Inject
    Clock clock;

    /**
     * Keeps a file. It is written to disk as it comes, looked at, and on the disk for good when this returns.
     *
     * @param id the id that it shall have
     * @param given name as the client calls it; null when it does not
     * @param declared MIME type as the client says; null when it does not. What the bytes say wins
     * @throws RequestFailed PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_FAILED for an empty file,
     *     SERVICE_UNAVAILABLE when the disk does not take it, IDEMPOTENCY_CONFLICT when the id has other bytes already
     */
    public MediaView upload(
            UUID workspaceId, UUID id, InputStream in, @Nullable String given, @Nullable String declared)
            throws IOException {
        return upload(workspaceId, null, id, in, given, declared);
    }

    /**
     * Keeps a file as above.
     *
     * @param numberId our id of the only number whose keys may see it; null for all of the workspace
     */
    public MediaView upload(
            UUID workspaceId,
            @Nullable UUID numberId,
            UUID id,
            InputStream in,
            @Nullable String given,
            @Nullable String declared)
            throws IOException {
        var name = FileName.clean(given);
        try (var file = stage(in)) {
            var type = accepted(file, name, declared);
            var media = new MediaView(
                    id,
                    workspaceId,
                    numberId,
                    false,
                    MediaState.STORED,
                    type.mime(),
                    file.size(),
                    file.sha256(),
                    name,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return keep(media, file);
        }
    }

    private StagedFile stage(InputStream in) throws IOException {
        try {
            return staging.stage(in, config.largestUpload());
        } catch (Staging.TooLarge tooLarge) {
            throw new RequestFailed(
                    FailureCode.PAYLOAD_TOO_LARGE,
                    "The file is larger than " + (config.largestUpload() >> 20) + " MB, the most that can be sent.");
        }
    }

    private MediaView keep(MediaView media, StagedFile file) {
        try {
            return writer.add(media, file);
        } catch (IOException failed) {
            LOG.log(Level.ERROR, "a file could not be kept", failed);
            throw new RequestFailed(
                    FailureCode.SERVICE_UNAVAILABLE,
                    "The file could not be kept: there may be no space left. Try again later.",
                    failed);
        }
    }

    private static MediaType accepted(StagedFile file, @Nullable String name, @Nullable String declared)
            throws IOException {
        if (file.size() == 0) {
            throw RequestFailed.invalid("file", "is empty.");
        }
        var sniffed = MediaType.sniff(file.path(), name, declared);
        var type = sniffed.type();
        if (type == null) {
            throw new RequestFailed(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE,
                    "WhatsApp does not take files of the type " + sniffed.found() + ". It takes "
                            + String.join(", ", MediaType.all()) + ".");
        }
        if (type.contradicts(declared)) {
            throw new RequestFailed(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE,
                    "The file is called " + declared + ", but its first bytes are those of " + type.mime()
                            + ": send it under its own type.");
        }
        if (file.size() > type.kind().largest()) {
            throw new RequestFailed(
                    FailureCode.PAYLOAD_TOO_LARGE,
                    "A file of the type " + type.mime() + " may have "
                            + type.kind().largest() + " bytes, this one has " + file.size() + ".");
        }
        return type;
    }

    /** A file of the workspace by our id or by Meta's. */
    public Optional<MediaView> find(UUID workspaceId, String ourIdOrMetaId) {
        if (META_ID.matcher(ourIdOrMetaId).matches()) {
            return rows.findByMetaId(workspaceId, ourIdOrMetaId);
        }
        try {
            return rows.find(workspaceId, UUID.fromString(ourIdOrMetaId));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /**
     * The uploads of a workspace that are here, newest first; what people sent is not among them.
     *
     * @param before id of the last one of the page before; null for the first page
     */
    public List<MediaView> uploads(UUID workspaceId, int limit, @Nullable UUID before) {
        return rows.uploads(workspaceId, limit, before);
    }

    /**
     * The bytes of a file.
     *
     * @throws RequestFailed CONFLICT while it is being fetched from Meta, NOT_FOUND when it could not be
     */
    public InputStream open(MediaView media) throws IOException {
        var sha256 = media.sha256();
        if (media.state() == MediaState.PENDING) {
            throw RequestFailed.retryLater(
                    FailureCode.CONFLICT, "The file is still being fetched from Meta: try again in a moment.", SOON);
        }
        if (media.state() == MediaState.GONE && media.size() != null) {
            throw new RequestFailed(
                    FailureCode.NOT_FOUND,
                    "The file has been kept for as long as chasqui.retention.media-days says, and was removed then.");
        }
        if (media.state() != MediaState.STORED || sha256 == null) {
            throw new RequestFailed(
                    FailureCode.NOT_FOUND,
                    "The file could not be had from Meta before it was removed there: ask for it to be sent again.");
        }
        try {
            return store.open(sha256);
        } catch (NoSuchFileException lost) {
            LOG.log(Level.ERROR, "the bytes of the file {0} are not in the store", media.id());
            throw new RequestFailed(
                    FailureCode.NOT_FOUND,
                    "The bytes of this file are not in the store: all nodes need the same chasqui.media.folder.",
                    lost);
        }
    }

    /** Removes a file here and, as far as it can be reached, at Meta. */
    public void delete(MediaView media) {
        for (var remote : rows.remotes(media.id())) {
            numbers.byId(remote.numberId()).ifPresent(number -> meta.tryToDelete(number, remote.metaId()));
        }
        writer.remove(media);
        if (media.sha256() != null) {
            // Only after the commit: a row must never be without its bytes.
            writer.removeBytes(media.sha256());
        }
    }
}
