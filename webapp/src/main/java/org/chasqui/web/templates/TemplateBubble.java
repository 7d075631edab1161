package org.chasqui.web.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;
import org.chasqui.templates.definition.Card;
import org.chasqui.templates.definition.Header;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.SampleValues;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.Variables;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A template as the phone shows it, its variables filled. */
public final class TemplateBubble {
    private static final Texts TEXTS = Texts.of("templates");
    private static final int SHOWN = 3;
    private static final Map<String, String> CODE = Map.of("1", "123456");

    private final JsonNode components;
    private final Shape shape;
    private final SampleValues values;

    private TemplateBubble(JsonNode components, SampleValues values) {
        this.components = components;
        this.shape = Shape.of(components);
        this.values = values;
    }

    /** With the samples that it was written with. */
    static TemplateBubble sample(JsonNode components) {
        return new TemplateBubble(components, SampleValues.of(components));
    }

    /** With long values: does it still read well? */
    static TemplateBubble longest(JsonNode components) {
        return new TemplateBubble(components, SampleValues.longest(components));
    }

    /** The file, place or product above the text; null for a header of text and for none. */
    public @Nullable Picture getMedia() {
        return picture(shape.header(), Shape.component(components, "HEADER"));
    }

    private static @Nullable Picture picture(@Nullable Header header, JsonNode json) {
        return header == null || header.format() == HeaderFormat.TEXT
                ? null
                : new Picture(
                        header.format(), json.at("/example/header_handle/0").asText(""));
    }

    public String getHeader() {
        var header = shape.header();
        return header == null ? "" : Variables.fill(header.text(), values.header());
    }

    public List<Piece> getBody() {
        return pieces(shape.body(), shape.isOneTimeCode() ? CODE : values.body());
    }

    private static List<Piece> pieces(String text, Map<String, String> values) {
        return Piece.of(Variables.fill(text, values));
    }

    public boolean isBlank() {
        return shape.body().isBlank() && getHeader().isBlank() && getMedia() == null;
    }

    public String getFooter() {
        return shape.footer();
    }

    public boolean isLimited() {
        return shape.hasOffer();
    }

    /** The few words of a limited-time offer. */
    public String getOffer() {
        var offer = shape.offer();
        return offer == null ? "" : offer.text();
    }

    /** Whether a limited-time offer shows when it ends. */
    public boolean isEnding() {
        var offer = shape.offer();
        return offer != null && offer.expires();
    }

    /** The code of an offer; empty without one. */
    public String getCoupon() {
        return shape.buttons().stream()
                .filter(button -> button.kind() == ButtonKind.COPY_CODE)
                .map(Button::sample)
                .findFirst()
                .orElse("");
    }

    /** The buttons that show; with more than three, two and a line for the rest. */
    public List<ButtonLine> getButtons() {
        var buttons = shape.buttons();
        var shown = buttons.size() > SHOWN ? buttons.subList(0, 2) : buttons;
        var lines = new ArrayList<>(shown.stream().map(TemplateBubble::line).toList());
        if (buttons.size() > SHOWN) {
            lines.add(new ButtonLine("list", TEXTS.get("buttons.all")));
        }
        return lines;
    }

    private static ButtonLine line(Button button) {
        var fixed = TEXTS.getOr(
                "button.label." + button.kind().name(), button.kind().name());
        return new ButtonLine(icon(button.kind()), button.text().isBlank() ? fixed : button.text());
    }

    private static String icon(ButtonKind kind) {
        return switch (kind) {
            case URL -> "external-link";
            case PHONE_NUMBER, VOICE_CALL -> "smartphone";
            case COPY_CODE, OTP -> "copy";
            case QUICK_REPLY -> "reply";
            default -> "list";
        };
    }

    public List<CardView> getCards() {
        var cards = Shape.component(components, "CAROUSEL").path("cards");
        return IntStream.range(0, shape.cards().size())
                .mapToObj(i -> new CardView(
                        shape.cards().get(i),
                        Shape.component(cards.path(i).path("components"), "HEADER"),
                        values.card(i)))
                .toList();
    }

    /** What stands in the place of a file, or the file itself when it is ours. */
    public static final class Picture {
        private final HeaderFormat format;
        private final String handle;

        Picture(HeaderFormat format, String handle) {
            this.format = format;
            this.handle = handle;
        }

        public String getIcon() {
            return switch (format) {
                case IMAGE, GIF, PRODUCT -> "image";
                case VIDEO -> "video";
                case LOCATION -> "map-pin";
                default -> "file";
            };
        }

        public String getText() {
            return TEXTS.getOr("header." + format.wire(), format.wire());
        }

        /** The id of our picture; null for what cannot be shown. */
        public @Nullable String getOwn() {
            return format == HeaderFormat.IMAGE ? MediaField.own(handle) : null;
        }
    }

    /** A button with its icon. */
    public static final class ButtonLine {
        private final String icon;
        private final String text;

        ButtonLine(String icon, String text) {
            this.icon = icon;
            this.text = text;
        }

        public String getIcon() {
            return icon;
        }

        public String getText() {
            return text;
        }
    }

    /** A card of a carousel. */
    public static final class CardView {
        private final Card card;
        private final JsonNode header;
        private final Map<String, String> values;

        CardView(Card card, JsonNode header, Map<String, String> values) {
            this.card = card;
            this.header = header;
            this.values = values;
        }

        public @Nullable Picture getMedia() {
            return picture(card.header(), header);
        }

        public List<Piece> getBody() {
            return pieces(card.body(), values);
        }

        public List<ButtonLine> getButtons() {
            return card.buttons().stream().map(TemplateBubble::line).toList();
        }
    }
}
