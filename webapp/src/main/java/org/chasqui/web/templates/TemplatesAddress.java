package org.chasqui.web.templates;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of the list said. Nonsense filters nothing. */
@Named
@ViewScoped
public class TemplatesAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    /** Whether a line passes, whatever its status. */
    boolean matchesButStatus(TemplateLine line) {
        var text = getText();
        return is("category", line.getCategoryKey())
                && is("language", line.getLanguage())
                && is("quality", line.getQualityKey())
                && (text == null || contains(line, text.toLowerCase(Locale.ROOT)));
    }

    boolean matches(TemplateLine line) {
        var tab = StatusTab.of(getStatus());
        return matchesButStatus(line) && tab.covers(line);
    }

    private boolean is(String parameter, String value) {
        return parameters.getOrDefault(parameter, value).equalsIgnoreCase(value);
    }

    private static boolean contains(TemplateLine line, String text) {
        return line.getName().toLowerCase(Locale.ROOT).contains(text)
                || line.getBody().toLowerCase(Locale.ROOT).contains(text);
    }

    /** The first page of the same address with another status. */
    String withStatus(@Nullable String status) {
        var all = new LinkedHashMap<>(parameters);
        all.remove("page");
        all.remove("status");
        if (status != null) {
            all.put("status", status);
        }
        return query(all);
    }

    /** Another page of the same address, counted from 1. */
    String withPage(int page) {
        var all = new LinkedHashMap<>(parameters);
        all.put("page", Integer.toString(page));
        return query(all);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    public boolean isFiltered() {
        return parameters.keySet().stream().anyMatch(name -> !name.equals("page"));
    }

    private void put(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Choice.ANY) || value.length() > LONGEST) {
            parameters.remove(name);
        } else {
            parameters.put(name, value.strip());
        }
    }

    public @Nullable String getStatus() {
        return parameters.get("status");
    }

    public void setStatus(@Nullable String status) {
        put("status", status);
    }

    public @Nullable String getCategory() {
        return parameters.get("category");
    }

    public void setCategory(@Nullable String category) {
        put("category", category);
    }

    public @Nullable String getLanguage() {
        return parameters.get("language");
    }

    public void setLanguage(@Nullable String language) {
        put("language", language);
    }

    public @Nullable String getQuality() {
        return parameters.get("quality");
    }

    public void setQuality(@Nullable String quality) {
        put("quality", quality);
    }

    /** Which page is shown, counted from 1. */
    int page() {
        var page = getPage();
        return page != null && page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
    }

    public @Nullable String getPage() {
        return parameters.get("page");
    }

    public void setPage(@Nullable String page) {
        put("page", page);
    }

    public @Nullable String getText() {
        return parameters.get("text");
    }

    public void setText(@Nullable String text) {
        put("text", text);
    }
}
