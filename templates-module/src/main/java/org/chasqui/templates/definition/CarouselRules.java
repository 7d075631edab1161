package org.chasqui.templates.definition;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code {type:"CAROUSEL", cards:[{components:[HEADER, BODY?, BUTTONS]}]}}: all cards are made alike.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates">Media
 *     card carousel templates</a>
 */
final class CarouselRules {
    private static final int LEAST = 2;
    private static final int MOST = 10;
    private static final Set<HeaderFormat> HEADERS =
            EnumSet.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.PRODUCT);
    private static final Set<ButtonKind> BUTTONS =
            EnumSet.of(ButtonKind.QUICK_REPLY, ButtonKind.URL, ButtonKind.PHONE_NUMBER, ButtonKind.SPM);

    private CarouselRules() {}

    static void check(Place carousel, TemplateDraft draft) {
        if (!draft.is(Category.MARKETING)) {
            carousel.fault("is for the category MARKETING only.");
        }
        var cards = carousel.at("cards").items(LEAST, MOST, "cards");
        for (var card : cards) {
            checkCard(card, draft);
        }
        var read = draft.shape().cards();
        for (int i = 1; i < read.size() && i < cards.size(); i++) {
            if (!kind(read.get(i)).equals(kind(read.get(0)))) {
                cards.get(i)
                        .fault(
                                "differs from the first card; all cards need the same header format, the same buttons and,"
                                        + " if one has a body, a body.");
            }
        }
    }

    private static void checkCard(Place card, TemplateDraft draft) {
        var seen = new HashSet<String>();
        for (var part : card.at("components").items(1, 3, "components")) {
            if (DraftRules.is(part, "HEADER")) {
                checkHeader(part);
            } else if (DraftRules.is(part, "BODY")) {
                BodyRules.check(part, draft, BodyRules.LONGEST_OF_CARD);
            } else if (DraftRules.is(part, "BUTTONS")) {
                checkButtons(part.at("buttons"), draft.shape());
            } else {
                part.fault("has no place in a card; cards have HEADER, BODY and BUTTONS.");
                continue;
            }
            if (!seen.add(part.type())) {
                part.fault("is the second " + part.type() + " of the card; Meta takes one of each.");
            }
        }
        if (!seen.contains("HEADER")) {
            card.fault("has no HEADER; each card shows a picture, a film or a product.");
        }
    }

    private static void checkButtons(Place buttons, Shape shape) {
        ButtonsRules.check(buttons, shape, ButtonsRules.MOST_OF_CARD);
        for (int i = 0; i < buttons.node().size(); i++) {
            var kind = ButtonKind.of(buttons.node().path(i).path("type").asText(""));
            if (kind != ButtonKind.OTHER && !BUTTONS.contains(kind)) {
                buttons.fault("has a " + kind + "; cards take QUICK_REPLY, URL, PHONE_NUMBER and, for products, SPM.");
            }
        }
    }

    private static void checkHeader(Place header) {
        var format = HeaderFormat.of(header.node().path("format").asText("NONE"));
        if (!HEADERS.contains(format)) {
            header.at("format").fault("must be IMAGE, VIDEO or PRODUCT in a card.");
        } else if (format.isMedia()
                && header.node().at("/example/header_handle/0").asText("").isBlank()) {
            header.at("example").at("header_handle").fault("is required: a sample file.");
        }
    }

    private static List<Object> kind(Card card) {
        var header = card.header();
        return List.of(
                header == null ? HeaderFormat.OTHER : header.format(),
                card.body().isBlank(),
                card.buttons().stream().map(Button::kind).toList());
    }
}
