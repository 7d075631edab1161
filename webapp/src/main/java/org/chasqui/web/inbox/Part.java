package org.chasqui.web.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a title and lines inside a bubble: a place, a contact, an order, an answer to a form. */
public final class Part {
    private final String icon;
    private final String title;
    private final List<String> lines;
    private final @Nullable String link;

    /** @param link where a tap leads; null for nowhere */
    Part(String icon, String title, List<String> lines, @Nullable String link) {
        this.icon = icon;
        this.title = title;
        this.lines = lines.stream().filter(line -> !line.isBlank()).toList();
        this.link = link;
    }

    public String getIcon() {
        return icon;
    }

    public String getTitle() {
        return title;
    }

    public List<String> getLines() {
        return lines;
    }

    public @Nullable String getLink() {
        return link;
    }
}
