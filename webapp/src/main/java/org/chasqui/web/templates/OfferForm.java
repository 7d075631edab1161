package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A limited-time offer while it is being written: its few words, whether it ends, its code, and where it leads. */
public final class OfferForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String text = "";
    private boolean expiring = true;
    private ButtonField code = new ButtonField("COPY_CODE");
    private ButtonField link = new ButtonField("URL");

    /** Takes over an offer and its buttons; null when there are other buttons than an offer has. */
    static @Nullable OfferForm of(JsonNode offer, JsonNode buttons) {
        var read = new ArrayList<ButtonField>();
        buttons.forEach(button -> read.add(ButtonField.of(button)));
        var kinds = read.stream().map(ButtonField::getKind).toList();
        boolean isCoded = kinds.equals(List.of("COPY_CODE", "URL"));
        if (!isCoded && !kinds.equals(List.of("URL"))) {
            return null;
        }
        var form = new OfferForm();
        form.code = isCoded ? read.get(0) : form.code;
        form.link = read.get(read.size() - 1);
        form.text = offer.path("text").asText("");
        form.expiring = offer.path("has_expiration").asBoolean(false);
        return form;
    }

    /** As Meta takes it. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("type", "LIMITED_TIME_OFFER");
        json.putObject("limited_time_offer").put("text", text.strip()).put("has_expiration", expiring);
        return json;
    }

    /** Its buttons: the code, if it has one, goes first. */
    List<ObjectNode> buttons() {
        var buttons = new ArrayList<ObjectNode>();
        if (!code.getValue().isBlank()) {
            buttons.add(code.json());
        }
        buttons.add(link.json());
        return buttons;
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

    public boolean isExpiring() {
        return expiring;
    }

    public void setExpiring(boolean expiring) {
        this.expiring = expiring;
    }

    public ButtonField getCode() {
        return code;
    }

    public ButtonField getLink() {
        return link;
    }
}
