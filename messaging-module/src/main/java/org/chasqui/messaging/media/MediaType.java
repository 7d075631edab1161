package org.chasqui.messaging.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * A type of file that Meta takes. Found by the first bytes, with the name as a hint where these say too little (Word, Excel
 * and PowerPoint are all ZIP archives); nothing is unpacked or decoded, so a file cannot cost more memory than its head.
 *
 * @param mime as Meta is told
 * @param kind what it can be sent as, besides as a document
 */
public record MediaType(String mime, MediaKind kind) {
    private static final int HEAD = 64 * 1024;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, MediaKind> TAKEN = taken();

    /** Names that differ from Meta's for the same thing. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("image/jpg", "image/jpeg"),
            Map.entry("audio/mp3", "audio/mpeg"),
            Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/aacp", "audio/aac"),
            Map.entry("audio/x-m4a", "audio/mp4"),
            Map.entry("audio/m4a", "audio/mp4"),
            Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/vorbis", "audio/ogg"),
            Map.entry("application/ogg", "audio/ogg"),
            Map.entry("video/quicktime", "video/mp4"),
            Map.entry("video/x-m4v", "video/mp4"),
            Map.entry("application/mp4", "video/mp4"),
            Map.entry("video/3gpp2", "video/3gpp"),
            Map.entry("audio/3gpp", "video/3gpp"),
            // Meta knows one type of text.
            Map.entry("text/csv", "text/plain"),
            Map.entry("text/tsv", "text/plain"),
            Map.entry("text/x-log", "text/plain"));

    /** What was found in a file. {@code type} is null when Meta does not take such files; {@code found} names it anyhow. */
    public record Sniffed(String found, @Nullable MediaType type) {}

    /**
     * Looks at the first bytes of a file.
     *
     * @param name what the client calls it; null when it does not say
     * @param declared MIME type that the client gives; null when it gives none
     */
    static Sniffed sniff(Path file, @Nullable String name, @Nullable String declared) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return sniff(in, name, declared);
        }
    }

    static Sniffed sniff(InputStream in, @Nullable String name, @Nullable String declared) throws IOException {
        var head = in.readNBytes(HEAD);
        var hints = new Metadata();
        if (name != null) {
            hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        var found = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head), hints)
                .getBaseType()
                .toString();
        var mime = ofContainer(canonical(found), canonical(declared));
        var kind = TAKEN.get(mime);
        return new Sniffed(found, kind == null ? null : new MediaType(mime, kind));
    }

    /** An MP4 or 3GP container may hold sound alone; whether it does, only the client knows. */
    private static String ofContainer(String found, String declared) {
        return found.equals("video/mp4") && declared.equals("audio/mp4") ? declared : found;
    }

    /** A type by its MIME name; empty for what Meta does not take. */
    public static Optional<MediaType> of(@Nullable String mime) {
        var name = canonical(mime);
        return Optional.ofNullable(TAKEN.get(name)).map(kind -> new MediaType(name, kind));
    }

    /** Whether a client has called this file something that it is not. */
    boolean contradicts(@Nullable String declared) {
        return of(declared).filter(type -> !type.mime.equals(mime)).isPresent();
    }

    /** Whether a message of this Cloud API type can carry it. */
    public boolean fits(String messageType) {
        return messageType.equals(kind.wireName()) || messageType.equals("document") && kind != MediaKind.STICKER;
    }

    /** The MIME types that Meta takes. */
    static List<String> all() {
        return new ArrayList<>(TAKEN.keySet());
    }

    /** The MIME types that a message of this Cloud API type can carry. */
    public static List<String> fitting(String messageType) {
        return TAKEN.entrySet().stream()
                .map(entry -> new MediaType(entry.getKey(), entry.getValue()))
                .filter(type -> type.fits(messageType))
                .map(MediaType::mime)
                .toList();
    }

    private static String canonical(@Nullable String mime) {
        if (mime == null) {
            return "";
        }
        var bare = mime.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(bare, bare);
    }

    private static Map<String, MediaKind> taken() {
        var types = new TreeMap<String, MediaKind>();
        List.of("image/jpeg", "image/png").forEach(type -> types.put(type, MediaKind.IMAGE));
        types.put("image/webp", MediaKind.STICKER);
        List.of("video/mp4", "video/3gpp").forEach(type -> types.put(type, MediaKind.VIDEO));
        List.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")
                .forEach(type -> types.put(type, MediaKind.AUDIO));
        List.of(
                        "text/plain",
                        "application/pdf",
                        "application/msword",
                        "application/vnd.ms-excel",
                        "application/vnd.ms-powerpoint",
                        OFFICE + "wordprocessingml.document",
                        OFFICE + "spreadsheetml.sheet",
                        OFFICE + "presentationml.presentation")
                .forEach(type -> types.put(type, MediaKind.DOCUMENT));
        return types;
    }
}
