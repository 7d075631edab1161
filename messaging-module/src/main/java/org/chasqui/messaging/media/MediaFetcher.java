package org.chasqui.messaging.media;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chasqui.messaging.batching.BackgroundThreads;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.accounts.SenderNumber;
import org.chasqui.platform.migrations.DatabaseReady;

/**
 * Fetches the files of people from Meta in the background, so that no message waits for its file. Each try asks for a fresh
 * address, because Meta's die after five minutes; tries go on for as long as Meta has the file.
 */
@ApplicationScoped
class MediaFetcher {
    private static final Logger LOG = System.getLogger(MediaFetcher.class.getName());
    private static final int THREADS = 3;
    private static final long TICK_MILLIS = 1_000;

    /** Meta says at once that it does not have a file, but a node of it may know less than the others for a while. */
    private static final int TRIES_UNTIL_GONE = 5;

    @Inject
    FetchDesk desk;

    @Inject
    PhoneNumbers numbers;

    @Inject
    MetaMedia meta;

    @Inject
    Staging staging;

    @Inject
    MediaConfig config;

    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    void start(@Observes DatabaseReady ready) {
        for (int i = 0; i < THREADS; i++) {
            var thread = BackgroundThreads.FACTORY.newThread(this::loop);
            thread.setName("chasqui-fetch-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        // What is under way is tried again after the next start.
        threads.forEach(Thread::interrupt);
    }

    /** What was just noted need not wait for the next look; each file may have a thread of its own. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) InboundFiles.FilesBrought brought) {
        bell.release(Math.min(THREADS, brought.files()));
    }

    private void loop() {
        while (!stopping) {
            try {
                awaitRing();
                var job = desk.claim();
                while (job.isPresent() && !stopping) {
                    fetch(job.get());
                    job = desk.claim();
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "fetching files failed, trying again", failed);
            }
        }
    }

    /** Or until it is time to look for what was postponed, or left behind by another node. */
    @SuppressWarnings("ReturnValueIgnored")
    private void awaitRing() throws InterruptedException {
        bell.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void fetch(FetchJob job) {
        var number = numbers.byId(job.numberId());
        if (number.isEmpty()) {
            fail(job, "the number is not connected any more", MediaState.FAILED);
            return;
        }
        try {
            fetch(number.get(), job);
        } catch (Staging.TooLarge tooLarge) {
            desk.givenUp(job, MediaState.FAILED);
        } catch (MetaMedia.Refused refused) {
            boolean gone = refused.status() == 404 || refused.status() == 400;
            if (gone && job.attempt() >= TRIES_UNTIL_GONE) {
                desk.givenUp(job, MediaState.GONE);
            } else {
                fail(job, String.valueOf(refused.getMessage()), gone ? MediaState.GONE : MediaState.FAILED);
            }
        } catch (IOException | RuntimeException failed) {
            fail(job, failed.toString(), MediaState.FAILED);
        }
    }

    private void fetch(SenderNumber number, FetchJob job) throws IOException {
        var described = meta.describe(number, job.metaId());
        var address = described.path("url").asText();
        try (var file = meta.download(number, address, in -> staging.stage(in, config.largestInbound()))) {
            var promised = hexadecimal(described.path("sha256").asText(job.sha256()));
            if (promised.isPresent() && !promised.get().equals(file.sha256())) {
                throw new IOException("the bytes are not those that Meta has announced");
            }
            var mime = described.path("mime_type").asText("application/octet-stream");
            desk.stored(job, file, mime.replaceFirst(";.*", ""));
        }
    }

    private void fail(FetchJob job, String error, MediaState atTheEnd) {
        if (desk.isLastTry(job)) {
            LOG.log(Level.WARNING, "a file of a person was given up after {0} tries", job.attempt());
            desk.givenUp(job, atTheEnd);
        } else {
            desk.later(job, error);
        }
    }

    /** Meta writes digests in hexadecimal or in Base64; empty for what is neither. */
    static Optional<String> hexadecimal(String digest) {
        if (digest.matches("[0-9a-fA-F]{64}")) {
            return Optional.of(digest.toLowerCase(Locale.ROOT));
        }
        try {
            var bytes = Base64.getDecoder().decode(digest);
            return bytes.length == 32 ? Optional.of(HexFormat.of().formatHex(bytes)) : Optional.empty();
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }
}
