package org.chasqui.web.analytics;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of the page said, kept for the requests that its scripts make. Nonsense filters nothing. */
@Named
@ViewScoped
public class AnalyticsAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> RANGES = Set.of("7d", "30d", "90d");
    private static final Set<String> CATEGORIES = Set.of("marketing", "utility", "authentication", "service");
    private static final int LONGEST = 512;

    private String range = "30d";
    private @Nullable String number;
    private @Nullable String category;
    private @Nullable String template;

    public String getRange() {
        return range;
    }

    /** {@code 7d}, {@code 30d} or {@code 90d}. */
    public void setRange(@Nullable String range) {
        this.range = range != null && RANGES.contains(range) ? range : "30d";
    }

    int days() {
        return Integer.parseInt(range.substring(0, range.length() - 1));
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = chosen(number);
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        var word = chosen(category);
        this.category = word != null && CATEGORIES.contains(word) ? word : null;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = chosen(template);
    }

    /** Whether anything but the time is chosen. */
    public boolean isFiltered() {
        return number != null || category != null || template != null;
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST
                ? null
                : value.strip();
    }
}
