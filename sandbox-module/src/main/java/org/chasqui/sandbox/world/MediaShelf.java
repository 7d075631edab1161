package org.chasqui.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chasqui.sandbox.meta.MediaRules;
import org.jspecify.annotations.Nullable;

/**
 * The files at Meta: uploads live 30 days, what people sent 7. Each has its bytes and a line of JSON beside them. The shelf
 * is bounded; when it is full the oldest go.
 */
public final class MediaShelf {

    private static final System.Logger LOG = System.getLogger(MediaShelf.class.getName());
    private static final Duration UPLOAD_LIVES = Duration.ofDays(30);
    private static final Duration INBOUND_LIVES = Duration.ofDays(7);
    private static final Duration ADDRESS_LIVES = Duration.ofMinutes(5);
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_FILES = 5_000;
    private static final long FIRST_ID = 1_000_000_000_000_000L;

    private final Path folder;
    private final Clock clock;
    private final byte[] secret;
    private final Map<String, MediaItem> items = new ConcurrentHashMap<>();

    MediaShelf(Path folder, Clock clock, String secret) {
        this.folder = folder;
        this.clock = clock;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    void open() throws IOException {
        PrivateFiles.createFolder(folder);
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                JsonNode json = Json.read(Files.readAllBytes(file));
                if (json != null) {
                    MediaItem item = MediaItem.of(json);
                    items.put(item.id(), item);
                }
            }
        }
        tidy();
    }

    /** Bytes that were received but have no name yet. */
    public record Received(Path file, String sha256, long size, byte[] head) {}

    /**
     * Writes a stream to disk.
     *
     * @return null when it is longer than {@code most} bytes; then nothing stays
     */
    public @Nullable Received receive(InputStream in, long most) throws IOException {
        Path file = PrivateFiles.create(
                folder.resolve(Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".part"));
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream digesting = new DigestInputStream(in, digest);
            byte[] head = digesting.readNBytes(MediaRules.HEAD);
            out.write(head);
            byte[] buffer = new byte[1 << 16];
            long size = head.length;
            for (int read = digesting.read(buffer); read >= 0; read = digesting.read(buffer)) {
                size += read;
                if (size > most) {
                    return null;
                }
                out.write(buffer, 0, read);
            }
            whole = true;
            return new Received(file, HexFormat.of().formatHex(digest.digest()), size, head);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Forgets what was received and is not wanted. */
    public void drop(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    /** Gives received bytes an id. */
    public MediaItem keep(
            Received received, BusinessNumber number, String mime, @Nullable String fileName, boolean inbound)
            throws IOException {
        long now = clock.millis();
        MediaItem item = new MediaItem(
                Long.toString(ThreadLocalRandom.current().nextLong(FIRST_ID, 10 * FIRST_ID)),
                number.id(),
                mime,
                received.sha256(),
                received.size(),
                fileName,
                MediaRules.looksLike(mime, received.head()),
                inbound,
                now,
                now + (inbound ? INBOUND_LIVES : UPLOAD_LIVES).toMillis());
        Files.move(received.file(), bytes(item.id()));
        Files.write(PrivateFiles.create(about(item.id())), Json.bytes(item.toJson()));
        items.put(item.id(), item);
        tidy();
        return item;
    }

    /** A file that has not expired, or null. */
    public @Nullable MediaItem find(String id) {
        MediaItem item = items.get(id);
        return item == null || item.expiresAt() <= clock.millis() ? null : item;
    }

    /** The files of a number, the latest first. */
    public List<MediaItem> of(BusinessNumber number) {
        return items.values().stream()
                .filter(item -> item.number().equals(number.id()))
                .sorted(Comparator.comparingLong(MediaItem::storedAt).reversed())
                .toList();
    }

    /** Where the bytes are. */
    public Path bytes(MediaItem item) {
        return bytes(item.id());
    }

    /** Removes a file. */
    public void remove(MediaItem item) throws IOException {
        items.remove(item.id());
        Files.deleteIfExists(about(item.id()));
        Files.deleteIfExists(bytes(item.id()));
    }

    /** Path and query of an address that serves this file for five minutes. */
    public String address(MediaItem item) {
        long until = (clock.millis() + ADDRESS_LIVES.toMillis()) / 1000;
        return "/lookaside/whatsapp_business/attachments/?mid=" + item.id() + "&ext=" + until + "&hash="
                + hash(item.id(), until);
    }

    /** The file of an address, or null when the address is wrong or has run out. */
    public @Nullable MediaItem atAddress(String id, long until, String hash) {
        boolean genuine = MessageDigest.isEqual(
                hash(id, until).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
        return genuine && clock.millis() < until * 1000 ? find(id) : null;
    }

    private String hash(String id, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] full = mac.doFinal((id + "." + until).getBytes(StandardCharsets.US_ASCII));
            return "ARs" + HexFormat.of().formatHex(full, 0, 20);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256", impossible);
        }
    }

    /** Removes what has expired, and the oldest as long as there is too much. */
    synchronized void tidy() {
        long now = clock.millis();
        List<MediaItem> oldestFirst = new ArrayList<>(items.values());
        oldestFirst.sort(Comparator.comparingLong(MediaItem::storedAt));
        long bytes = oldestFirst.stream().mapToLong(MediaItem::size).sum();
        int count = oldestFirst.size();
        for (MediaItem item : oldestFirst) {
            if (item.expiresAt() > now && bytes <= MOST_BYTES && count <= MOST_FILES) {
                continue;
            }
            bytes -= item.size();
            count--;
            try {
                remove(item);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The sandbox cannot remove an old file", e);
            }
        }
    }

    private Path bytes(String id) {
        return folder.resolve(id + ".bin");
    }

    private Path about(String id) {
        return folder.resolve(id + ".json");
    }
}
