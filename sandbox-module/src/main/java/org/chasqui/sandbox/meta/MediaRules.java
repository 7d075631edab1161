package org.chasqui.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which files Meta takes, how large they may be, and where a message refers to one. */
public final class MediaRules {

    /** Bytes that {@link #looksLike} wants to see. */
    public static final int HEAD = 64;

    /** The largest file that Meta takes at all, in bytes. */
    public static final long LARGEST = 100L << 20;

    private static final long IMAGE = 5L << 20;
    private static final long FILM = 16L << 20;
    private static final long STICKER = 500L << 10;
    private static final Set<String> KINDS = Set.of("image", "video", "audio", "document", "sticker");
    private static final Map<String, Long> LIMITS = limits();

    private MediaRules() {}

    /** A place in a message that names an uploaded file. */
    public record Reference(String kind, String path, String id) {}

    /** The MIME type without parameters, in lower case. */
    public static String bare(@Nullable String mime) {
        return mime == null ? "" : mime.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with an upload, or null. */
    public static @Nullable GraphFailure check(String mime, long size) {
        Long limit = LIMITS.get(mime);
        if (limit == null) {
            return GraphFailure.invalidParameter("Param file must be a file with one of the following types: "
                    + String.join(", ", types()) + ". Received file of type '" + mime + "'.");
        }
        if (size == 0) {
            return GraphFailure.invalidParameter("Param file must not be empty.");
        }
        return size <= limit
                ? null
                : GraphFailure.of(
                        131053, "The file of " + size + " bytes is larger than the limit of " + limit + " for " + mime);
    }

    /** Whether a message of this kind can carry a file of this type. */
    public static boolean carries(String kind, String mime) {
        return switch (kind) {
            case "image" -> mime.equals("image/jpeg") || mime.equals("image/png");
            case "sticker" -> mime.equals("image/webp");
            case "video", "audio" -> mime.startsWith(kind + "/");
            default -> true;
        };
    }

    /** Whether the first bytes fit the type: Meta looks at them, not only at what it is told. */
    public static boolean looksLike(String mime, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return switch (mime) {
            case "image/jpeg" -> text.startsWith("\u00ff\u00d8\u00ff");
            case "image/png" -> text.startsWith("\u0089PNG");
            case "image/webp" -> text.startsWith("RIFF") && text.startsWith("WEBP", 8);
            case "video/mp4", "video/3gpp", "audio/mp4" -> text.startsWith("ftyp", 4);
            case "audio/ogg" -> text.startsWith("OggS");
            case "audio/amr" -> text.startsWith("#!AMR");
            case "audio/mpeg" -> text.startsWith("ID3") || text.startsWith("\u00ff");
            case "audio/aac" -> text.startsWith("\u00ff") || text.startsWith("ADIF");
            case "application/pdf" -> text.contains("%PDF");
            case "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint" ->
                text.startsWith("\u00d0\u00cf\u0011\u00e0");
            case "text/plain" -> text.indexOf('\0') < 0;
            default -> text.startsWith("PK");
        };
    }

    /** Every file that a message names by id, wherever it stands: also in headers of templates and in cards. */
    public static List<Reference> references(JsonNode message) {
        List<Reference> found = new ArrayList<>();
        collect(message, "", found);
        return found;
    }

    private static void collect(JsonNode node, String path, List<Reference> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), path + "[" + i + "]", found);
            }
        }
        node.properties().forEach(entry -> {
            String at = path.isEmpty() ? entry.getKey() : path + "['" + entry.getKey() + "']";
            JsonNode id = entry.getValue().path("id");
            if (KINDS.contains(entry.getKey()) && (id.isTextual() || id.isNumber())) {
                found.add(new Reference(entry.getKey(), at + "['id']", id.asText()));
            } else {
                collect(entry.getValue(), at, found);
            }
        });
    }

    /** The refusal of an id that is unknown, expired, or belongs to another number. */
    public static GraphFailure unknown(Reference reference) {
        return GraphFailure.invalidParameter(
                "Param " + reference.path() + " is not a valid whatsapp business account media attachment ID");
    }

    private static Set<String> types() {
        return new TreeSet<>(LIMITS.keySet());
    }

    private static Map<String, Long> limits() {
        Map<String, Long> limits = new TreeMap<>();
        List.of("image/jpeg", "image/png").forEach(type -> limits.put(type, IMAGE));
        limits.put("image/webp", STICKER);
        List.of("video/mp4", "video/3gpp", "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")
                .forEach(type -> limits.put(type, FILM));
        List.of(
                        "text/plain",
                        "application/pdf",
                        "application/msword",
                        "application/vnd.ms-excel",
                        "application/vnd.ms-powerpoint",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "application/vnd.openxmlformats-officedocument.presentationml.presentation")
                .forEach(type -> limits.put(type, LARGEST));
        return limits;
    }
}
