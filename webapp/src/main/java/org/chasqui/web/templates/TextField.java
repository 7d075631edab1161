package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.templates.definition.Variables;

/** A text with variables and their samples while it is being written. */
public final class TextField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String member;
    private String text = "";
    private ArrayList<SampleField> samples = new ArrayList<>();

    /** A text whose samples stand under this name in {@code example}. */
    TextField(String member) {
        this.member = member;
    }

    /** Reads a component of a template. */
    void read(JsonNode component, Map<String, String> known) {
        text = component.path("text").asText("");
        samples = new ArrayList<>();
        Variables.of(text).names().forEach(name -> samples.add(new SampleField(name, known.getOrDefault(name, ""))));
    }

    /** Writes text and samples into a component. */
    void write(ObjectNode component) {
        component.put("text", text.strip().replace("\r", ""));
        getSamples();
        if (samples.isEmpty()) {
            return;
        }
        var example = component.putObject("example");
        if (Variables.of(text).isNamed()) {
            var named = example.putArray(member + "_named_params");
            samples.forEach(sample -> named.addObject()
                    .put("param_name", sample.getName())
                    .put("example", sample.getValue().strip()));
        } else {
            var list = member.startsWith("header")
                    ? example.putArray(member)
                    : example.putArray(member).addArray();
            samples.stream()
                    .sorted((one, two) -> Integer.compare(number(one), number(two)))
                    .forEach(sample -> list.add(sample.getValue().strip()));
        }
    }

    private static int number(SampleField field) {
        return field.getName().length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(field.getName());
    }

    /** Puts the next variable at the end. */
    public void addVariable() {
        text = text + (text.isEmpty() || text.endsWith(" ") ? "" : " ") + "{{"
                + (Variables.of(text).count() + 1) + "}}";
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public int getLength() {
        return text.codePointCount(0, text.length());
    }

    /** A field for each variable that the text has now. */
    public List<SampleField> getSamples() {
        var names = Variables.of(text).names();
        if (!samples.stream().map(SampleField::getName).toList().equals(names)) {
            var next = new ArrayList<SampleField>();
            for (var name : names) {
                next.add(samples.stream()
                        .filter(sample -> sample.getName().equals(name))
                        .findFirst()
                        .orElseGet(() -> new SampleField(name, "")));
            }
            samples = next;
        }
        return samples;
    }
}
