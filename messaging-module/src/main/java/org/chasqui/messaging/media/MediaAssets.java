package org.chasqui.messaging.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.graph.GraphFailed;

/**
 * What Meta calls our files. A file is uploaded once per number, because Meta's ids belong to one, and used again until Meta's id
 * is about to end; whoever wants the same file for the same number meanwhile waits for that one upload.
 */
@ApplicationScoped
public class MediaAssets {
    /** Source: Meta, Cloud API, media: ids of uploads end after 30 days. */
    private static final Duration META_KEEPS = Duration.ofDays(30);

    /** A message may wait in Meta's queue after it was accepted. */
    private static final Duration MARGIN = Duration.ofDays(2);

    private static final int SERVER_ERROR = 500;

    @Inject
    MediaRows rows;

    @Inject
    Media media;

    @Inject
    MetaMedia meta;

    @Inject
    Clock clock;

    private final ConcurrentHashMap<Key, CompletableFuture<String>> underWay = new ConcurrentHashMap<>();

    private record Key(UUID assetId, UUID numberId) {}

    /**
     * Meta's id of a file for a number; uploads it when Meta has none that is good for long enough.
     *
     * @throws GraphFailed when Meta does not take the file
     * @throws RequestFailed when the file is not there any more; a retryable one when Meta cannot be reached or stumbles
     */
    public String metaIdFor(SenderNumber number, UUID assetId) {
        return usable(number, assetId).orElseGet(() -> uploadOnce(number, assetId));
    }

    private Optional<String> usable(SenderNumber number, UUID assetId) {
        var usableUntil = clock.instant().plus(MARGIN);
        return rows.remotes(assetId).stream()
                .filter(remote -> remote.numberId().equals(number.id()))
                .filter(remote -> remote.expiresAt().isAfter(usableUntil))
                .map(MediaRows.Remote::metaId)
                .findFirst();
    }

    /** Meta does not know its id any more: the next who asks uploads the file again. */
    public void forget(SenderNumber number, UUID assetId) {
        rows.forgetRemote(assetId, number.id());
    }

    private String uploadOnce(SenderNumber number, UUID assetId) {
        var key = new Key(assetId, number.id());
        var mine = new CompletableFuture<String>();
        var others = underWay.putIfAbsent(key, mine);
        if (others != null) {
            return outcome(others);
        }
        try {
            // Another upload may have ended between the look into the table and the one into the list.
            mine.complete(usable(number, assetId).orElseGet(() -> upload(number, assetId)));
        } catch (RuntimeException failed) {
            mine.completeExceptionally(failed);
        } finally {
            underWay.remove(key);
        }
        return outcome(mine);
    }

    private static String outcome(CompletableFuture<String> upload) {
        try {
            return upload.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private String upload(SenderNumber number, UUID assetId) {
        var file = rows.find(number.workspaceId(), assetId)
                .orElseThrow(() -> new RequestFailed(
                        FailureCode.NOT_FOUND, "The media " + assetId + " was deleted before the message was sent."));
        try (var bytes = media.open(file)) {
            var started = clock.instant();
            var metaId = meta.upload(number, file, bytes);
            rows.saveRemote(assetId, number.id(), metaId, started.plus(META_KEEPS));
            return metaId;
        } catch (MetaMedia.Refused refused) {
            // Whatever a fault of Meta's made of the upload, nothing of the message has left us: it may be tried again.
            throw refused.error()
                    .filter(error -> error.httpStatus() < SERVER_ERROR)
                    .<RuntimeException>map(GraphFailed::new)
                    .orElseGet(() -> unreachable(refused));
        } catch (IOException failed) {
            throw unreachable(failed);
        }
    }

    private static RequestFailed unreachable(IOException cause) {
        return new RequestFailed(
                FailureCode.PROVIDER_ERROR, "The media could not be uploaded to Meta: " + cause.getMessage(), cause);
    }
}
