package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.text.Texts;

/** A button while it is being written. What it was read with and has no field stays as it was. */
public final class ButtonField implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("templates");
    private static final List<String> KINDS = List.of(
            "QUICK_REPLY",
            "URL",
            "PHONE_NUMBER",
            "COPY_CODE",
            "FLOW",
            "CATALOG",
            "MPM",
            "SPM",
            "VOICE_CALL",
            "ORDER_DETAILS");
    private static final Set<String> UNLABELLED = Set.of("COPY_CODE", "CATALOG", "MPM", "SPM", "ORDER_DETAILS");
    private static final Set<String> VALUED = Set.of("URL", "PHONE_NUMBER", "COPY_CODE", "FLOW");

    private String kind = "QUICK_REPLY";
    private String text = "";
    private String value = "";
    private String sample = "";
    private ObjectNode read = JsonNodeFactory.instance.objectNode();

    /** A new quick reply. */
    ButtonField() {}

    /** A new button of a kind. */
    ButtonField(String kind) {
        this.kind = kind;
    }

    /** As Meta takes it. */
    ObjectNode json() {
        var json = isKindOf(read) ? read.deepCopy() : JsonNodeFactory.instance.objectNode();
        json.put("type", kind);
        if (isLabelled()) {
            json.put("text", text.strip());
        }
        switch (kind) {
            case "URL" -> {
                json.put("url", value.strip());
                json.remove("example");
                if (!sample.isBlank()) {
                    json.putArray("example").add(sample.strip());
                }
            }
            case "PHONE_NUMBER" -> json.put("phone_number", value.strip());
            case "COPY_CODE" -> json.put("example", value.strip());
            case "FLOW" -> flow(json);
            default -> {}
        }
        return json;
    }

    /** A form may be named by its name or brought along instead of by its id. */
    private void flow(ObjectNode json) {
        boolean isOtherwiseNamed = json.has("flow_name") || json.has("flow_json");
        if (!value.isBlank() || !isOtherwiseNamed) {
            json.remove(List.of("flow_name", "flow_json"));
            json.put("flow_id", value.strip());
        }
    }

    private boolean isKindOf(JsonNode json) {
        return kind.equals(kind(json));
    }

    private static String kind(JsonNode json) {
        return json.path("type").asText("QUICK_REPLY").toUpperCase(Locale.ROOT);
    }

    /** Reads a button of a template. */
    static ButtonField of(JsonNode json) {
        var field = new ButtonField(kind(json));
        field.read = json instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        field.text = json.path("text").asText("");
        var example = json.path("example");
        var first = example.isArray() ? example.path(0).asText("") : example.asText("");
        field.value = switch (field.kind) {
            case "URL" -> json.path("url").asText("");
            case "PHONE_NUMBER" -> json.path("phone_number").asText("");
            case "COPY_CODE" -> first;
            case "FLOW" -> json.path("flow_id").asText("");
            default -> "";
        };
        field.sample = field.kind.equals("URL") ? first : "";
        return field;
    }

    /** The kinds to choose from, also one of Meta's that we do not know. */
    public List<Choice> getKinds() {
        var kinds = new ArrayList<>(KINDS);
        if (!kinds.contains(kind)) {
            kinds.add(kind);
        }
        return kinds.stream().map(ButtonField::choice).toList();
    }

    /** A kind and its name for people. */
    static Choice choice(String kind) {
        return new Choice(kind, TEXTS.getOr("button.kind." + kind, TEXTS.getOr("button.label." + kind, kind)));
    }

    /** Its kind for people. */
    public String getKindLabel() {
        return choice(kind).getLabel();
    }

    /** Whether its label is ours to write. */
    public boolean isLabelled() {
        return !UNLABELLED.contains(kind);
    }

    /** Whether it needs an address, a number, a code. */
    public boolean isValued() {
        return VALUED.contains(kind);
    }

    /** Whether its address has a variable, of which Meta wants a sample. */
    public boolean isSampled() {
        return kind.equals("URL") && value.contains("{{");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value == null ? "" : value;
    }

    public String getSample() {
        return sample;
    }

    public void setSample(String sample) {
        this.sample = sample == null ? "" : sample;
    }
}
