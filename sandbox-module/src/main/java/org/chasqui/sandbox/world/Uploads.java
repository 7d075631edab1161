package org.chasqui.sandbox.world;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Resumable uploads: sessions that take a file from where it was left. Only what is under way is kept in memory. */
public final class Uploads {

    private static final int KEPT = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> handles = new ConcurrentHashMap<>();

    Uploads() {}

    /** A file on its way. */
    public static final class Session {
        private final String id;
        private final String mime;
        private final long length;
        private long received;

        Session(String id, String mime, long length) {
            this.id = id;
            this.mime = mime;
            this.length = length;
        }

        public String id() {
            return id;
        }

        /** How many bytes have come. */
        public synchronized long received() {
            return received;
        }

        /** Takes bytes that begin at an offset; false when they do not follow what has come. */
        synchronized boolean take(long offset, long bytes) {
            if (offset != received || received + bytes > length) {
                return false;
            }
            received += bytes;
            return true;
        }

        synchronized boolean isComplete() {
            return received == length;
        }
    }

    /** Opens a session. */
    public Session open(String mime, long length) {
        Session session = new Session(token(), mime, length);
        if (sessions.size() >= KEPT) {
            sessions.clear();
        }
        sessions.put(session.id(), session);
        return session;
    }

    /** A session, or null. */
    public @Nullable Session find(String id) {
        return sessions.get(id);
    }

    /** Takes bytes; answers the handle when the file is complete, an empty text when more is to come, null when they do not fit. */
    public @Nullable String take(Session session, long offset, long bytes) {
        if (!session.take(offset, bytes)) {
            return null;
        }
        if (!session.isComplete()) {
            return "";
        }
        String handle = "4::" + token();
        sessions.remove(session.id());
        handles.put(handle, session.mime);
        return handle;
    }

    /** Whether a text is a handle that was given, or an address under which Graph shows a sample. */
    public boolean isHandle(String text) {
        return handles.containsKey(text) || text.startsWith("https://") || text.startsWith("4::");
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
