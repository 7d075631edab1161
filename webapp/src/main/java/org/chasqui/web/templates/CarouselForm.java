package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chasqui.templates.definition.Shape;
import org.chasqui.web.messages.Choice;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A carousel while it is being written. Meta wants all cards alike, so what they have is chosen once for all of them. */
public final class CarouselForm implements Serializable {
    static final int LEAST = 2;
    static final int MOST = 10;

    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of("templates");
    private static final String NO_BUTTON = "NONE";
    private static final List<String> FORMATS = List.of("IMAGE", "VIDEO", "PRODUCT");
    private static final List<String> KINDS = List.of("QUICK_REPLY", "URL", "PHONE_NUMBER", "SPM");

    private String format = "IMAGE";
    private String firstKind = "QUICK_REPLY";
    private String secondKind = NO_BUTTON;
    private final ArrayList<CardField> cards = new ArrayList<>();

    /** Two empty cards. */
    CarouselForm() {
        add();
        add();
    }

    /** Takes over a carousel; null when it has something for which there is no field. */
    static @Nullable CarouselForm of(JsonNode carousel) {
        var form = new CarouselForm();
        form.cards.clear();
        carousel.path("cards").forEach(card -> form.cards.add(CardField.of(card)));
        if (form.cards.isEmpty()) {
            return null;
        }
        var kinds = form.cards.get(0).kinds();
        var header = Shape.component(carousel.at("/cards/0/components"), "HEADER");
        form.format = header.path("format").asText("IMAGE").toUpperCase(Locale.ROOT);
        form.firstKind = kinds.isEmpty() ? NO_BUTTON : kinds.get(0);
        form.secondKind = kinds.size() < 2 ? NO_BUTTON : kinds.get(1);
        boolean isAlike = form.cards.stream().allMatch(card -> card.kinds().equals(form.kinds()));
        boolean isKnown = FORMATS.contains(form.format) && KINDS.containsAll(kinds);
        return isAlike && isKnown && plain(form.json()).equals(plain(carousel)) ? form : null;
    }

    /** Words of Meta's are the same in upper and lower case. */
    private static JsonNode plain(JsonNode node) {
        var copy = node.deepCopy();
        raise(copy);
        return copy;
    }

    private static void raise(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Stream.of("type", "format")
                    .filter(object::hasNonNull)
                    .forEach(word -> object.put(word, object.get(word).asText().toUpperCase(Locale.ROOT)));
        }
        node.forEach(CarouselForm::raise);
    }

    /** As Meta takes it. */
    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("type", "CAROUSEL");
        var list = json.putArray("cards");
        cards.forEach(card -> list.add(card.json(format)));
        return json;
    }

    /** Adds a card with the same buttons; nothing when there are as many as Meta takes. */
    public void add() {
        if (cards.size() < MOST) {
            var card = new CardField();
            card.become(kinds());
            cards.add(card);
        }
    }

    /** Takes a card away; nothing when there are as few as Meta takes. */
    public void remove(int index) {
        if (index >= 0 && index < cards.size() && cards.size() > LEAST) {
            cards.remove(index);
        }
    }

    /** Moves a card one place to the front. */
    public void forward(int index) {
        if (index > 0 && index < cards.size()) {
            Collections.swap(cards, index, index - 1);
        }
    }

    private List<String> kinds() {
        return Stream.of(firstKind, secondKind)
                .filter(kind -> !kind.equals(NO_BUTTON))
                .toList();
    }

    private void reshape() {
        cards.forEach(card -> card.become(kinds()));
    }

    public List<CardField> getCards() {
        return cards;
    }

    public boolean isFull() {
        return cards.size() >= MOST;
    }

    public boolean isShort() {
        return cards.size() <= LEAST;
    }

    /** Whether its cards show files, not products of a catalogue. */
    public boolean isFiled() {
        return !format.equals("PRODUCT");
    }

    public List<Choice> getFormats() {
        return FORMATS.stream()
                .map(one -> new Choice(one, TEXTS.get("editor.header." + one)))
                .toList();
    }

    /** The buttons that a card may have, none among them. */
    public List<Choice> getKinds() {
        var none = new Choice(NO_BUTTON, TEXTS.get("editor.cards.none"));
        return Stream.concat(Stream.of(none), KINDS.stream().map(ButtonField::choice))
                .toList();
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getFirstKind() {
        return firstKind;
    }

    public void setFirstKind(String kind) {
        firstKind = kind;
        reshape();
    }

    public String getSecondKind() {
        return secondKind;
    }

    public void setSecondKind(String kind) {
        secondKind = kind;
        reshape();
    }
}
