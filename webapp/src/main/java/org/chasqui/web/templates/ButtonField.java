package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;

/** A button while it is being written. */
public final class ButtonField implements Serializable {
    private static final long serialVersionUID = 1L;

    private String kind = "QUICK_REPLY";
    private String text = "";
    private String value = "";
    private String sample = "";

    /** As Meta takes it. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("type", kind);
        if (isLabelled()) {
            json.put("text", text.strip());
        }
        switch (kind) {
            case "URL" -> {
                json.put("url", value.strip());
                if (!sample.isBlank()) {
                    json.putArray("example").add(sample.strip());
                }
            }
            case "PHONE_NUMBER" -> json.put("phone_number", value.strip());
            case "COPY_CODE" -> json.put("example", value.strip());
            case "FLOW" -> json.put("flow_id", value.strip());
            default -> {}
        }
        return json;
    }

    /** Reads a button of a template. */
    static ButtonField of(JsonNode json) {
        var field = new ButtonField();
        field.kind = json.path("type").asText("QUICK_REPLY");
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

    /** Whether its label is ours to write. */
    public boolean isLabelled() {
        return !kind.equals("COPY_CODE") && !kind.equals("CATALOG") && !kind.equals("MPM");
    }

    /** Whether it needs an address, a number, a code. */
    public boolean isValued() {
        return kind.equals("URL") || kind.equals("PHONE_NUMBER") || kind.equals("COPY_CODE") || kind.equals("FLOW");
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
