package org.chasqui.web.templates;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chasqui.templates.templates.TemplateView;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** What the address of the list said. Nonsense filters nothing. */
@Named
@ViewScoped
public class TemplatesAddress implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 100;

    private final LinkedHashMap<String, String> parameters = new LinkedHashMap<>();

    /** Whether a template passes, whatever its status. */
    boolean matchesButStatus(TemplateView template) {
        var text = getText();
        return is("category", template.category())
                && is("language", template.language())
                && is("quality", template.quality())
                && (text == null || contains(template, text.toLowerCase(Locale.ROOT)));
    }

    boolean matches(TemplateView template) {
        var tab = StatusTab.of(getStatus());
        return matchesButStatus(template) && tab.covers(template);
    }

    private boolean is(String parameter, String value) {
        return parameters.getOrDefault(parameter, value).equalsIgnoreCase(value);
    }

    private static boolean contains(TemplateView template, String text) {
        return template.name().contains(text)
                || template.shape().body().toLowerCase(Locale.ROOT).contains(text);
    }

    /** The same address with another status. */
    String withStatus(@Nullable String status) {
        var all = new LinkedHashMap<>(parameters);
        all.remove("status");
        if (status != null) {
            all.put("status", status);
        }
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    public boolean isFiltered() {
        return !parameters.isEmpty();
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

    public @Nullable String getText() {
        return parameters.get("text");
    }

    public void setText(@Nullable String text) {
        put("text", text);
    }
}
