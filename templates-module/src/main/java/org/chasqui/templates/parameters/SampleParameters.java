package org.chasqui.templates.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.SampleValues;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.Variables;
import org.jspecify.annotations.Nullable;

/** The parameters of a message that fills a template with the samples that it was handed in with: to try it. */
public final class SampleParameters {
    /** Meta wants the same code in the body and in the button. */
    private static final String ONE_TIME_CODE = "123456";

    private static final String COUPON = "SAMPLE";

    private final ArrayNode components = JsonNodeFactory.instance.arrayNode();
    private final String file;

    private SampleParameters(@Nullable String file) {
        this.file = file == null ? "" : file.strip();
    }

    /**
     * Meta's {@code template.components}.
     *
     * @param template the components of the template
     * @param file a link or the id of a file for headers that show one; null without one
     * @param offerEnds when an offer ends that has an end
     */
    public static ArrayNode of(JsonNode template, @Nullable String file, Instant offerEnds) {
        var shape = Shape.of(template);
        var values = SampleValues.of(template);
        var filled = new SampleParameters(file);
        filled.header(shape.header(), values.header());
        filled.text("body", shape.body(), shape.isOneTimeCode() ? Map.of("1", ONE_TIME_CODE) : values.body());
        var offer = shape.offer();
        if (offer != null && offer.expires()) {
            filled.parameters("limited_time_offer")
                    .addObject()
                    .put("type", "limited_time_offer")
                    .putObject("limited_time_offer")
                    .put("expiration_time_ms", offerEnds.toEpochMilli());
        }
        filled.buttons(shape.buttons());
        if (!shape.cards().isEmpty()) {
            filled.cards(shape, values);
        }
        return filled.components;
    }

    private void cards(Shape shape, SampleValues values) {
        var cards = components.addObject().put("type", "carousel").putArray("cards");
        for (int i = 0; i < shape.cards().size(); i++) {
            var card = shape.cards().get(i);
            var filled = new SampleParameters(file);
            filled.header(card.header(), Map.of());
            filled.text("body", card.body(), values.card(i));
            filled.buttons(card.buttons());
            cards.addObject().put("card_index", i).set("components", filled.components);
        }
    }

    private void header(@Nullable Header header, Map<String, String> values) {
        if (header == null) {
            return;
        }
        if (header.format() == HeaderFormat.TEXT) {
            text("header", header.text(), values);
        } else if (header.format().isMedia()) {
            var kind = header.format() == HeaderFormat.GIF
                    ? "video"
                    : header.format().wire();
            parameters("header")
                    .addObject()
                    .put("type", kind)
                    .putObject(kind)
                    .put(file.startsWith("http") ? "link" : "id", file);
        } else if (header.format() == HeaderFormat.LOCATION) {
            parameters("header")
                    .addObject()
                    .put("type", "location")
                    .putObject("location")
                    .put("latitude", -13.5320)
                    .put("longitude", -71.9675)
                    .put("name", "Cusco")
                    .put("address", "Peru");
        }
    }

    private void text(String type, String text, Map<String, String> values) {
        var variables = Variables.of(text);
        if (variables.isEmpty()) {
            return;
        }
        var parameters = parameters(type);
        for (int i = 0; i < variables.count(); i++) {
            var name = variables.isNamed() ? variables.names().get(i) : Integer.toString(i + 1);
            var value = values.getOrDefault(name, "");
            var parameter = parameters.addObject().put("type", "text").put("text", value.isBlank() ? name : value);
            if (variables.isNamed()) {
                parameter.put("parameter_name", name);
            }
        }
    }

    private void buttons(List<Button> buttons) {
        for (int i = 0; i < buttons.size(); i++) {
            var button = buttons.get(i);
            if (button.isOneTimeCode()) {
                button("url", i).addObject().put("type", "text").put("text", ONE_TIME_CODE);
            } else if (button.hasVariable()) {
                var value = button.sampleValue();
                button("url", i).addObject().put("type", "text").put("text", value.isBlank() ? "1" : value);
            } else if (button.kind() == ButtonKind.COPY_CODE) {
                button("copy_code", i)
                        .addObject()
                        .put("type", "coupon_code")
                        .put("coupon_code", button.sample().isBlank() ? COUPON : button.sample());
            }
        }
    }

    private ArrayNode button(String kind, int index) {
        return components
                .addObject()
                .put("type", "button")
                .put("sub_type", kind)
                .put("index", index)
                .putArray("parameters");
    }

    private ArrayNode parameters(String type) {
        return components.addObject().put("type", type).putArray("parameters");
    }
}
