package org.chasqui.messaging.content;

import java.util.Set;

/** {@code text:{body, preview_url}}. */
final class TextContent {
    private static final Set<String> KNOWN = Set.of("body", "preview_url");
    private static final int LONGEST = 4_096;

    private TextContent() {}

    static void check(Part text) {
        text.only(KNOWN).need("body").text(LONGEST);
        var preview = text.find("preview_url");
        if (preview != null) {
            preview.bool();
        }
    }
}
