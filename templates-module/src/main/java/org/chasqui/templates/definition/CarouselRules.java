package org.chasqui.templates.definition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code {type:"CAROUSEL", cards:[{components:[HEADER, BODY?, BUTTONS]}]}}: all cards are made alike. */
final class CarouselRules {
    private static final int LEAST = 2;
    private static final int MOST = 10;
    private static final Set<HeaderFormat> HEADERS =
            EnumSet.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.PRODUCT);

    private CarouselRules() {}

    static void check(Place carousel, TemplateDraft draft) {
        if (!draft.is(Category.MARKETING) && !draft.is(Category.UTILITY)) {
            carousel.fault("is for MARKETING and UTILITY.");
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
        var parts = card.at("components").items(1, 3, "components");
        boolean header = false;
        for (var part : parts) {
            if (DraftRules.is(part, "HEADER")) {
                header = true;
                checkHeader(part);
            } else if (DraftRules.is(part, "BODY")) {
                BodyRules.check(part, draft, BodyRules.LONGEST_OF_CARD);
            } else if (DraftRules.is(part, "BUTTONS")) {
                ButtonsRules.check(part.at("buttons"), draft.shape(), ButtonsRules.MOST_OF_CARD);
            } else {
                part.fault("has no place in a card; cards have HEADER, BODY and BUTTONS.");
            }
        }
        if (!header) {
            card.fault("has no HEADER; each card shows a picture, a film or a product.");
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
