package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.templates.definition.SampleValues;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.text.Texts;

/** The header of a template while it is being written: its kind, and the text or the file that goes with it. */
public final class HeaderForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("templates");
    private static final String NONE = "NONE";
    private static final String TEXT = "TEXT";
    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT", "GIF");
    private static final List<String> KINDS = List.of(NONE, TEXT, "IMAGE", "VIDEO", "DOCUMENT", "LOCATION", "PRODUCT");
    private static final List<String> KINDS_OF_AN_OFFER = List.of(NONE, "IMAGE", "VIDEO");

    private final TextField text = new TextField("header_text");
    private final MediaField file = new MediaField();
    private String kind = NONE;

    /** Reads the header of a template; anything but an object is no header. */
    void read(JsonNode header) {
        kind = header.isObject() ? header.path("format").asText(TEXT).toUpperCase(Locale.ROOT) : NONE;
        text.read(header, SampleValues.given(header, "header_text"));
        file.read(header);
    }

    /** Adds the header to the components; nothing when there is none. */
    void write(ArrayNode components) {
        if (kind.equals(NONE)) {
            return;
        }
        var header = components.addObject().put("type", "HEADER").put("format", kind);
        if (isTextual()) {
            text.write(header);
        } else if (isMedia()) {
            file.write(header);
        }
    }

    /** The kinds to choose from in a layout, also one of Meta's that we do not know. */
    List<Choice> choices(TemplateForm.Layout layout) {
        var kinds = layout == TemplateForm.Layout.OFFER ? KINDS_OF_AN_OFFER : KINDS;
        return Stream.concat(kinds.stream(), Stream.of(kind))
                .distinct()
                .map(one -> new Choice(one, TEXTS.getOr("editor.header." + one, one)))
                .toList();
    }

    public boolean isTextual() {
        return kind.equals(TEXT);
    }

    /** Whether a file goes with it. */
    public boolean isMedia() {
        return MEDIA.contains(kind);
    }

    public TextField getText() {
        return text;
    }

    public MediaField getFile() {
        return file;
    }

    /** What Meta calls the format: TEXT, IMAGE and so on; NONE without a header. */
    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }
}
