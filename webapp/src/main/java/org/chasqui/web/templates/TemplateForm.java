package org.chasqui.web.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.platform.rest.Json;
import org.chasqui.templates.definition.SampleValues;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.TemplateDraft;
import org.chasqui.web.messages.Choice;
import org.jspecify.annotations.Nullable;

/** A template while it is being written: fields for what Meta has, JSON for what nobody foresaw. */
public final class TemplateForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How a template is built; each layout has its own fields. */
    public enum Layout {
        PLAIN,
        CAROUSEL,
        OFFER
    }

    private final HeaderForm header = new HeaderForm();
    private final TextField body = new TextField("body_text");
    private CarouselForm carousel = new CarouselForm();
    private OfferForm offer = new OfferForm();
    private final CodeForm code = new CodeForm();
    private ArrayList<ButtonField> buttons = new ArrayList<>();
    private Layout layout = Layout.PLAIN;
    private String name = "";
    private String category = "UTILITY";
    private String language = "en_US";
    private String footer = "";
    private String more = "";
    private String ttl = "";

    /** Takes over an existing template. */
    void read(TemplateDraft draft) {
        var components = draft.components();
        name = draft.name();
        category = draft.category().isBlank() ? category : draft.category().toUpperCase(Locale.ROOT);
        language = draft.language().isBlank() ? language : draft.language();
        ttl = draft.ttlSeconds() == null ? "" : draft.ttlSeconds().toString();
        if (isOneTimeCode()) {
            code.read(components);
            return;
        }
        var rest = new HashSet<>(Set.of("HEADER", "BODY", "FOOTER", "BUTTONS"));
        layout = layout(components);
        switch (layout) {
            case CAROUSEL -> rest.retainAll(Set.of("BODY"));
            case OFFER -> rest.remove("FOOTER");
            default -> {}
        }
        readParts(components, rest);
        keepOthers(components, rest);
    }

    private Layout layout(JsonNode components) {
        var cards = CarouselForm.of(Shape.component(components, "CAROUSEL"));
        if (cards != null) {
            carousel = cards;
            return Layout.CAROUSEL;
        }
        var limited = Shape.component(components, "LIMITED_TIME_OFFER").path("limited_time_offer");
        var buttoned = Shape.component(components, "BUTTONS").path("buttons");
        var offered = limited.isObject() ? OfferForm.of(limited, buttoned) : null;
        if (offered == null) {
            return Layout.PLAIN;
        }
        offer = offered;
        return Layout.OFFER;
    }

    private void readParts(JsonNode components, Set<String> own) {
        header.read(
                own.contains("HEADER") ? Shape.component(components, "HEADER") : JsonNodeFactory.instance.nullNode());
        var text = Shape.component(components, "BODY");
        body.read(text, SampleValues.given(text, "body_text"));
        footer = own.contains("FOOTER")
                ? Shape.component(components, "FOOTER").path("text").asText("")
                : "";
        buttons = new ArrayList<>();
        if (layout == Layout.PLAIN) {
            Shape.component(components, "BUTTONS")
                    .path("buttons")
                    .forEach(button -> buttons.add(ButtonField.of(button)));
        }
    }

    /** What has no field is shown as JSON, so that nothing gets lost. */
    private void keepOthers(JsonNode components, Set<String> own) {
        var others = JsonNodeFactory.instance.arrayNode();
        for (var component : components) {
            var type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            boolean isLayout = (layout == Layout.CAROUSEL && type.equals("CAROUSEL"))
                    || (layout == Layout.OFFER && type.equals("LIMITED_TIME_OFFER"));
            if (!own.contains(type) && !isLayout) {
                others.add(component);
            }
        }
        more = others.isEmpty() ? "" : others.toPrettyString();
    }

    /** The draft that the fields make. */
    TemplateDraft draft() {
        return new TemplateDraft(
                name.strip(), category, language, null, isOneTimeCode() ? code.components() : components(), seconds());
    }

    private @Nullable Long seconds() {
        return ttl.strip().matches("-?\\d{1,9}") ? Long.valueOf(ttl.strip()) : null;
    }

    private ArrayNode components() {
        var all = JsonNodeFactory.instance.arrayNode();
        if (layout != Layout.CAROUSEL) {
            header.write(all);
        }
        if (layout == Layout.OFFER) {
            all.add(offer.json());
        }
        body.write(all.addObject().put("type", "BODY"));
        if (layout == Layout.PLAIN && !footer.isBlank()) {
            all.addObject().put("type", "FOOTER").put("text", footer.strip());
        }
        var written = buttons();
        if (!written.isEmpty()) {
            all.addObject().put("type", "BUTTONS").putArray("buttons").addAll(written);
        }
        if (layout == Layout.CAROUSEL) {
            all.add(carousel.json());
        }
        var others = more();
        if (others != null) {
            all.addAll((ArrayNode) others);
        }
        return all;
    }

    private List<ObjectNode> buttons() {
        return switch (layout) {
            case PLAIN -> buttons.stream().map(ButtonField::json).toList();
            case OFFER -> offer.buttons();
            case CAROUSEL -> List.of();
        };
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

    /** Whether something was written for the time to live that is no number of seconds. */
    public boolean isTtlWrong() {
        return !ttl.isBlank() && seconds() == null;
    }

    /** Whether it is a one-time code, whose text is Meta's. */
    public boolean isOneTimeCode() {
        return category.equals("AUTHENTICATION");
    }

    public boolean isPlain() {
        return !isOneTimeCode() && layout == Layout.PLAIN;
    }

    public boolean isCards() {
        return !isOneTimeCode() && layout == Layout.CAROUSEL;
    }

    public boolean isOffered() {
        return !isOneTimeCode() && layout == Layout.OFFER;
    }

    /** How long the body may be, in characters. */
    public int getLongest() {
        return layout == Layout.OFFER ? 600 : 1024;
    }

    /** The headers to choose from, also one of Meta's that we do not know. */
    public List<Choice> getHeaderKinds() {
        return header.choices(layout);
    }

    /** The fields of files, to be named. */
    List<MediaField> files() {
        return Stream.concat(
                        Stream.of(header.getFile()),
                        carousel.getCards().stream().map(CardField::getMedia))
                .toList();
    }

    public void addButton() {
        buttons.add(new ButtonField());
    }

    /** Takes a button away; nothing when there is none at this place. */
    public void removeButton(int index) {
        if (index >= 0 && index < buttons.size()) {
            buttons.remove(index);
        }
    }

    public HeaderForm getHeader() {
        return header;
    }

    public TextField getBody() {
        return body;
    }

    public CarouselForm getCarousel() {
        return carousel;
    }

    public OfferForm getOffer() {
        return offer;
    }

    public CodeForm getCode() {
        return code;
    }

    public List<ButtonField> getButtons() {
        return buttons;
    }

    public Layout getLayout() {
        return layout;
    }

    public void setLayout(Layout layout) {
        this.layout = layout;
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

    public String getTtl() {
        return ttl;
    }

    public void setTtl(String ttl) {
        this.ttl = ttl == null ? "" : ttl;
    }
}
