package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.templates.definition.SampleValues;
import org.chasqui.templates.definition.Shape;

/** A card of a carousel while it is being written: its file, its text, and what its buttons say. */
public final class CardField implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MediaField media = new MediaField();
    private final TextField body = new TextField("body_text");
    private ArrayList<ButtonField> buttons = new ArrayList<>();

    /** Reads a card of a template. */
    static CardField of(JsonNode card) {
        var field = new CardField();
        var parts = card.path("components");
        field.media.read(Shape.component(parts, "HEADER"));
        var body = Shape.component(parts, "BODY");
        field.body.read(body, SampleValues.given(body, "body_text"));
        Shape.component(parts, "BUTTONS").path("buttons").forEach(button -> field.buttons.add(ButtonField.of(button)));
        return field;
    }

    /** As Meta takes it. */
    ObjectNode json(String format) {
        var card = JsonNodeFactory.instance.objectNode();
        var parts = card.putArray("components");
        var header = parts.addObject().put("type", "HEADER").put("format", format);
        if (!format.equals("PRODUCT")) {
            media.write(header);
        }
        if (!body.getText().isBlank()) {
            body.write(parts.addObject().put("type", "BODY"));
        }
        if (!buttons.isEmpty()) {
            var list = parts.addObject().put("type", "BUTTONS").putArray("buttons");
            buttons.forEach(button -> list.add(button.json()));
        }
        return card;
    }

    List<String> kinds() {
        return buttons.stream().map(ButtonField::getKind).toList();
    }

    /** All cards have the same kinds of buttons: keeps what was written for those that stay. */
    void become(List<String> kinds) {
        var next = new ArrayList<ButtonField>();
        for (int i = 0; i < kinds.size(); i++) {
            var button = i < buttons.size() ? buttons.get(i) : new ButtonField();
            button.setKind(kinds.get(i));
            next.add(button);
        }
        buttons = next;
    }

    public MediaField getMedia() {
        return media;
    }

    public TextField getBody() {
        return body;
    }

    public List<ButtonField> getButtons() {
        return buttons;
    }
}
