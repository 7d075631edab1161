package org.chasqui.web.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.TemplateDraft;
import org.jspecify.annotations.Nullable;

/** A template while it is being written: fields for what most templates have, JSON for the rest. */
public final class TemplateForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OWN = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");

    private final TextField header = new TextField("header_text");
    private final TextField body = new TextField("body_text");
    private ArrayList<ButtonField> buttons = new ArrayList<>();
    private String name = "";
    private String category = "UTILITY";
    private String language = "en_US";
    private String headerKind = "NONE";
    private String handle = "";
    private String fileName = "";
    private String footer = "";
    private String more = "";
    private String codeKind = "COPY_CODE";
    private boolean advice = true;
    private String minutes = "10";

    /** Takes over an existing template. */
    void read(TemplateDraft draft) {
        var components = draft.components();
        name = draft.name();
        category = draft.category();
        language = draft.language();
        var values = SampleValues.of(components);
        var head = Shape.component(components, "HEADER");
        headerKind = head.isMissingNode() ? "NONE" : head.path("format").asText("TEXT");
        header.read(head, values);
        handle = head.at("/example/header_handle/0").asText("");
        body.read(Shape.component(components, "BODY"), values);
        footer = Shape.component(components, "FOOTER").path("text").asText("");
        buttons = new ArrayList<>();
        Shape.component(components, "BUTTONS").path("buttons").forEach(button -> buttons.add(ButtonField.of(button)));
        var rest = JsonNodeFactory.instance.arrayNode();
        components.forEach(component -> {
            if (!OWN.contains(component.path("type").asText(""))) {
                rest.add(component);
            }
        });
        more = rest.isEmpty() ? "" : rest.toPrettyString();
    }

    /** The draft that the fields make. */
    TemplateDraft draft() {
        return new TemplateDraft(
                name.strip(), category, language, null, isCode() ? codeComponents() : components(), null);
    }

    private ArrayNode codeComponents() {
        var all = JsonNodeFactory.instance.arrayNode();
        all.addObject().put("type", "BODY").put("add_security_recommendation", advice);
        if (minutes.strip().matches("\\d{1,3}")) {
            all.addObject().put("type", "FOOTER").put("code_expiration_minutes", Integer.parseInt(minutes.strip()));
        }
        all.addObject()
                .put("type", "BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", codeKind);
        return all;
    }

    private ArrayNode components() {
        var all = JsonNodeFactory.instance.arrayNode();
        if (!headerKind.equals("NONE")) {
            var head = all.addObject().put("type", "HEADER").put("format", headerKind);
            if (headerKind.equals("TEXT")) {
                header.write(head);
            } else if (isMedia() && !handle.isEmpty()) {
                head.putObject("example").putArray("header_handle").add(handle);
            }
        }
        body.write(all.addObject().put("type", "BODY"));
        if (!footer.isBlank()) {
            all.addObject().put("type", "FOOTER").put("text", footer.strip());
        }
        if (!buttons.isEmpty()) {
            var list = all.addObject().put("type", "BUTTONS").putArray("buttons");
            buttons.forEach(button -> list.add(button.json()));
        }
        var others = more();
        if (others != null) {
            all.addAll((ArrayNode) others);
        }
        return all;
    }

    private @Nullable JsonNode more() {
        try {
            var tree = more.isBlank() ? null : Json.mapper().readTree(more);
            return tree != null && tree.isArray() ? tree : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    /** Whether something was written for the rest that is no array of components. */
    public boolean isMoreWrong() {
        return !more.isBlank() && more() == null;
    }

    /** Whether it is a one-time code, whose text is Meta's. */
    public boolean isCode() {
        return category.equals("AUTHENTICATION");
    }

    public boolean isMedia() {
        return headerKind.equals("IMAGE") || headerKind.equals("VIDEO") || headerKind.equals("DOCUMENT");
    }

    void add() {
        buttons.add(new ButtonField());
    }

    void remove(int index) {
        if (index >= 0 && index < buttons.size()) {
            buttons.remove(index);
        }
    }

    /** A sample file of ours. */
    void file(String id, String called) {
        handle = id;
        fileName = called;
    }

    public TextField getHeader() {
        return header;
    }

    public TextField getBody() {
        return body;
    }

    public List<ButtonField> getButtons() {
        return buttons;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getHeaderKind() {
        return headerKind;
    }

    public void setHeaderKind(String headerKind) {
        this.headerKind = headerKind;
    }

    public String getFileName() {
        return fileName;
    }

    public boolean isFiled() {
        return !handle.isEmpty();
    }

    public String getFooter() {
        return footer;
    }

    public void setFooter(String footer) {
        this.footer = footer == null ? "" : footer;
    }

    public String getMore() {
        return more;
    }

    public void setMore(String more) {
        this.more = more == null ? "" : more;
    }

    public String getCodeKind() {
        return codeKind;
    }

    public void setCodeKind(String codeKind) {
        this.codeKind = codeKind;
    }

    public boolean isAdvice() {
        return advice;
    }

    public void setAdvice(boolean advice) {
        this.advice = advice;
    }

    public String getMinutes() {
        return minutes;
    }

    public void setMinutes(String minutes) {
        this.minutes = minutes == null ? "" : minutes;
    }
}
