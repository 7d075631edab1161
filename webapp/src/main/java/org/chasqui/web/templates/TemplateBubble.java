package org.chasqui.web.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;
import org.chasqui.templates.definition.Card;
import org.chasqui.templates.definition.HeaderFormat;
import org.chasqui.templates.definition.Shape;
import org.chasqui.templates.definition.Variables;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** A template as the phone shows it, its variables filled. */
public final class TemplateBubble {
    private static final Texts TEXTS = Texts.of("templates");
    private static final int SHOWN = 3;

    private final Shape shape;
    private final SampleValues values;
    private final @Nullable String fileName;

    TemplateBubble(Shape shape, SampleValues values, @Nullable String fileName) {
        this.shape = shape;
        this.values = values;
        this.fileName = fileName;
    }

    /** image, video, document, location or product; null for a header of text and for none. */
    public @Nullable String getMedia() {
        var header = shape.header();
        return header == null || header.format() == HeaderFormat.TEXT
                ? null
                : header.format().wire();
    }

    public String getMediaIcon() {
        return icon(String.valueOf(getMedia()));
    }

    static String icon(String media) {
        return switch (media) {
            case "image", "gif", "product" -> "image";
            case "video" -> "video";
            case "location" -> "map-pin";
            default -> "file";
        };
    }

    public String getMediaText() {
        var name = fileName;
        return name == null ? TEXTS.getOr("header." + getMedia(), String.valueOf(getMedia())) : name;
    }

    public String getHeader() {
        var header = shape.header();
        return header == null ? "" : Variables.fill(header.text(), values.header());
    }

    public List<Piece> getBody() {
        return Piece.of(Variables.fill(shape.body(), values.body()));
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

    public String getOffer() {
        return values.offer();
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
        return shape.cards().stream().map(CardView::new).toList();
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

        CardView(Card card) {
            this.card = card;
        }

        public String getIcon() {
            var header = card.header();
            return header == null ? "image" : icon(header.format().name().toLowerCase(Locale.ROOT));
        }

        public String getText() {
            return card.body();
        }

        public List<ButtonLine> getButtons() {
            return card.buttons().stream().map(TemplateBubble::line).toList();
        }

        private static String icon(String media) {
            return TemplateBubble.icon(media);
        }
    }
}
