package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The simulated world of one data folder. Only one process may have it open. */
public final class World implements AutoCloseable {

    private static final int KEPT_MESSAGES = 50_000;
    private static final long KEPT_BYTES = 64L << 20;
    private static final long SEGMENT_BYTES = 64L << 20;
    private static final int MAX_SEGMENTS = 32;
    private static final long MINUTE = 60_000;

    private final App app;
    private final Clock clock;
    private final Catalog catalog;
    private final Transcript transcript;
    private final Journal journal;
    private final MediaShelf media;
    private final Timetable timetable;
    private final Callbacks callbacks;
    private final Stats stats = new Stats();
    private final LiveLog log = new LiveLog();
    private final Behaviours behaviours = new Behaviours();
    private final AtomicLong sequence = new AtomicLong();
    private final Sending sending = new Sending(this);
    private final Receiving receiving = new Receiving(this);
    private final Playback playback = new Playback(this);
    private final Conversations conversations = new Conversations(this);
    private final Management management = new Management(this);
    private final Signups signups = new Signups(this);
    private final GraphCalls calls = new GraphCalls();
    private final News news = new News(this);
    private final TemplateOffice templates = new TemplateOffice(this);
    private final Uploads uploads;
    private final FileChannel lockFile;
    private final FileLock lock;
    private volatile long oldestSeq;

    private World(Path folder, App app, Clock clock, FileChannel lockFile, FileLock lock) {
        this.app = app;
        this.clock = clock;
        this.lockFile = lockFile;
        this.lock = lock;
        catalog = new Catalog(folder.resolve("world.json"));
        transcript = new Transcript(KEPT_MESSAGES, KEPT_BYTES);
        journal = new Journal(folder.resolve("journal"), SEGMENT_BYTES, MAX_SEGMENTS);
        media = new MediaShelf(folder.resolve("media"), clock, app.secret());
        uploads = new Uploads(folder.resolve("samples"));
        timetable = new Timetable(clock);
        Callbacks.Reports reports = new Callbacks.Reports(app.secret(), playback::acknowledged, this::isCurrent);
        callbacks = new Callbacks(clock, timetable, stats, log, app::callback, reports);
    }

    /**
     * Opens the world in this folder, made on first use, and goes on where it was left.
     *
     * @throws IOException when another process has it open, or the folder cannot be written
     */
    public static World open(Path folder, App app, Clock clock) throws IOException {
        PrivateFiles.createFolder(folder);
        FileChannel lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                throw new IOException("another process serves the sandbox of " + folder);
            }
            World world = new World(folder, app, clock, lockFile, lock);
            world.start();
            return world;
        } catch (OverlappingFileLockException e) {
            lockFile.close();
            throw new IOException("another deployment in this process serves the sandbox of " + folder, e);
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    private void start() throws IOException {
        long now = clock.millis();
        if (!catalog.load()) {
            new FirstDay(app, catalog).fill(now);
            catalog.save();
        }
        management.keepSystemToken(now);
        media.open();
        Recovery recovery = new Recovery(journal, catalog::number, KEPT_MESSAGES, now);
        recovery.run();
        sequence.set(Math.max(recovery.lastSeq(), catalog.lastNotice()));
        timetable.start();
        for (InboundMessage message : recovery.inbound()) {
            transcript.add(message);
            if (!message.isAcknowledged()) {
                playback.announce(message);
            }
        }
        for (OutboundMessage message : recovery.outbound()) {
            transcript.add(message);
            playback.begin(message);
        }
        news.resume();
        templates.resume();
        timetable.at(now + MINUTE, this::tidy);
    }

    private void tidy() {
        long now = clock.millis();
        catalog.numbers().forEach(number -> number.sweep(now));
        media.tidy();
        timetable.at(now + MINUTE, this::tidy);
    }

    /** Stops all threads and gives the folder free. */
    @Override
    public void close() {
        timetable.close();
        callbacks.close();
        try {
            journal.close();
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            System.getLogger(World.class.getName())
                    .log(System.Logger.Level.WARNING, "The sandbox's files were not closed in order", e);
        }
    }

    /** Forgets messages, ledger, behaviours, counts and the log; accounts, numbers and tokens stay. */
    public void reset() throws IOException {
        oldestSeq = sequence.get() + 1;
        callbacks.reroute();
        catalog.notices().clear();
        journal.reset();
        transcript.clear();
        behaviours.clear();
        catalog.numbers().forEach(BusinessNumber::clear);
        stats.clear();
        log.clear();
        calls.clear();
        log.add(clock.millis(), LiveLog.Kind.ACCOUNT, "", "", "reset", "", -1);
    }

    /** All counts as JSON. */
    public ObjectNode statistics() {
        ObjectNode json = stats.toJson();
        var down = json.putArray("callbacks_down");
        callbacks.downLines().forEach(down::add);
        ObjectNode perNumber = json.putObject("numbers");
        catalog.numbers().forEach(number -> perNumber.set(number.id(), number.counts()));
        return json;
    }

    /** Counts the time that a send took on the HTTP side, in microseconds. */
    public void answered(long micros) {
        stats.answering.record(micros);
    }

    /** Runs a task at a time (milliseconds) on a thread of its own; it may write an answer. */
    public void at(long due, Runnable task) {
        timetable.at(due, () -> callbacks.execute(task));
    }

    public App app() {
        return app;
    }

    public Clock clock() {
        return clock;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Sending sending() {
        return sending;
    }

    public Receiving receiving() {
        return receiving;
    }

    public Conversations conversations() {
        return conversations;
    }

    /** Where templates are handed in. */
    public TemplateOffice templates() {
        return templates;
    }

    /** Resumable uploads. */
    public Uploads uploads() {
        return uploads;
    }

    /** The files at Meta. */
    public MediaShelf media() {
        return media;
    }

    /** Changes of accounts, numbers and tokens. */
    public Management management() {
        return management;
    }

    /** Embedded Signup. */
    public Signups signups() {
        return signups;
    }

    /** The last management calls. */
    public GraphCalls calls() {
        return calls;
    }

    /** Webhooks about accounts, numbers and templates. */
    public News news() {
        return news;
    }

    public Behaviours behaviours() {
        return behaviours;
    }

    public LiveLog log() {
        return log;
    }

    /** What analytics tell. */
    public SentCounts sentCounts() {
        return new SentCounts(transcript);
    }

    /** The count of accepted POSTs. */
    public Ledger ledger() {
        return new Ledger(journal::replay);
    }

    Transcript transcript() {
        return transcript;
    }

    Journal journal() {
        return journal;
    }

    Timetable timetable() {
        return timetable;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Playback playback() {
        return playback;
    }

    Stats stats() {
        return stats;
    }

    long nextSeq() {
        return sequence.incrementAndGet();
    }

    /** Whether a message was accepted after the last reset. */
    boolean isCurrent(long seq) {
        return seq >= oldestSeq;
    }

    @Nullable
    BusinessNumber number(String id) {
        return catalog.number(id);
    }
}
