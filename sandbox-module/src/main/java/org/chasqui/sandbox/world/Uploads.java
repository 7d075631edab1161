package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resumable uploads: sessions that take a file from where it was left, and the files that have come. A file is handed in
 * as a handle, {@code 4::…}, and shown as an address, as Graph does: what is shown cannot be handed in again.
 */
public final class Uploads {

    private static final String HANDLE = "4::";
    private static final int KEPT = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\w-]{32}\\.(pdf|jpg|png|mp4)");
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", "pdf", "image/jpeg", "jpg", "image/jpg", "jpg", "image/png", "png", "video/mp4", "mp4");

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Uploads(Path folder) {
        this.folder = folder;
    }

    /** A file on its way. */
    public static final class Session {
        private final String id;
        private final String name;
        private final long length;
        private long received;

        Session(String id, String name, long length) {
            this.id = id;
            this.name = name;
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
        synchronized boolean take(Path file, long offset, InputStream bytes) throws IOException {
            if (offset != received) {
                return false;
            }
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    if (received + read > length) {
                        return false;
                    }
                    out.write(buffer, 0, read);
                    received += read;
                }
            }
            return true;
        }

        synchronized boolean isComplete() {
            return received == length;
        }
    }

    /** Opens a session; the type is one of those that Graph takes. */
    public Session open(String mime, long length) {
        Session session = new Session(token(), token() + "." + ENDINGS.getOrDefault(mime, "pdf"), length);
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
    public @Nullable String take(Session session, long offset, InputStream bytes) throws IOException {
        PrivateFiles.createFolder(folder);
        if (!session.take(folder.resolve(session.name), offset, bytes)) {
            return null;
        }
        if (!session.isComplete()) {
            return "";
        }
        sessions.remove(session.id());
        return HANDLE + session.name;
    }

    /** Whether a text is a handle. */
    public boolean isHandle(String text) {
        return text.startsWith(HANDLE);
    }

    /** The bytes of a file that has come, or null. */
    public @Nullable Path bytes(String name) {
        Path file = folder.resolve(NAME.matcher(name).matches() ? name : "none");
        return Files.isRegularFile(file) ? file : null;
    }

    /** Its type. */
    public static String mime(String name) {
        return ENDINGS.entrySet().stream()
                .filter(entry ->
                        name.endsWith("." + entry.getValue()) && !entry.getKey().equals("image/jpg"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("application/octet-stream");
    }

    /** The same components with an address in the place of each handle whose file is here. */
    public JsonNode shown(JsonNode components, String base) {
        JsonNode copy = components.deepCopy();
        show(copy, base);
        return copy;
    }

    private void show(JsonNode node, String base) {
        if (node instanceof ObjectNode object && object.get("header_handle") instanceof ArrayNode handles) {
            for (int i = 0; i < handles.size(); i++) {
                String name = handles.get(i).asText().replaceFirst("^" + HANDLE, "");
                if (bytes(name) != null) {
                    handles.set(i, base + "/lookaside/samples/" + name);
                }
            }
        }
        node.forEach(child -> show(child, base));
    }

    private String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
