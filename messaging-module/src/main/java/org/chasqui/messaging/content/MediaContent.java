package org.chasqui.messaging.content;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code image|video|audio|document|sticker:{id or link, …}}. */
final class MediaContent {
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "image", Set.of("id", "link", "caption"),
            "video", Set.of("id", "link", "caption"),
            "audio", Set.of("id", "link", "voice"),
            "document", Set.of("id", "link", "caption", "filename"),
            "sticker", Set.of("id", "link"));
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,128}");
    private static final int LONGEST_CAPTION = 1_024;
    private static final int LONGEST_FILENAME = 240;

    private MediaContent() {}

    static void check(String type, Part media) {
        media.only(KNOWN.getOrDefault(type, Set.of()));
        checkSource(media);
        var caption = media.find("caption");
        if (caption != null) {
            caption.text(LONGEST_CAPTION);
        }
        var filename = media.find("filename");
        if (filename != null) {
            filename.text(LONGEST_FILENAME);
        }
        var voice = media.find("voice");
        if (voice != null) {
            voice.bool();
        }
    }

    /** Where the medium is: Meta's id (or ours), or an address that Meta fetches; one of the two. */
    static void checkSource(Part media) {
        var id = media.find("id");
        var link = media.find("link");
        if (id == null && link == null) {
            throw media.bad("needs an id or a link.");
        }
        if (id != null && link != null) {
            throw media.bad("takes either an id or a link, not both.");
        }
        if (id != null && !ID.matcher(id.text()).matches()) {
            throw id.bad("is " + id.quote() + "; must be the id of an upload, of digits, letters and hyphens.");
        }
        if (link != null) {
            link.link();
        }
    }
}
