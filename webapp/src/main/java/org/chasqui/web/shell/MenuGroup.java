package org.chasqui.web.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of the side menu under one title. */
public final class MenuGroup {
    private final @Nullable String title;
    private final List<MenuItem> items;

    MenuGroup(@Nullable String title, List<MenuItem> items) {
        this.title = title;
        this.items = List.copyOf(items);
    }

    public @Nullable String getTitle() {
        return title;
    }

    public List<MenuItem> getItems() {
        return items;
    }
}
