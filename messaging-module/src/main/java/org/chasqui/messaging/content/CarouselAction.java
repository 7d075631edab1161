package org.chasqui.messaging.content;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code action:{cards:[…]}} of a carousel: all cards with media, or all with products of one catalogue. */
final class CarouselAction {
    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int LONGEST_BODY = 160;
    private static final int MOST_BREAKS = 2;
    private static final Set<String> TYPES = Set.of("cta_url", "product");
    private static final Set<String> HEADERS = Set.of("image", "video");

    private CarouselAction() {}

    static void check(Part action) {
        Part first = null;
        int index = 0;
        for (var card : action.need("cards").items(FEWEST, MOST)) {
            card.need("card_index").whole(index, index);
            index++;
            var type = card.need("type").word(TYPES);
            var same = type.equals("product") ? checkProduct(card) : checkMedia(card);
            checkSame(card.need("type"), first == null ? null : first.need("type"));
            checkSame(same, first == null ? null : kindOf(first, type));
            first = first == null ? card : first;
        }
    }

    /** What all cards must have alike: the kind of header, or the catalogue. */
    private static Part kindOf(Part card, String type) {
        return type.equals("product")
                ? card.need("action").need("catalog_id")
                : card.need("header").need("type");
    }

    private static Part checkMedia(Part card) {
        var header = card.need("header");
        var kind = header.need("type").word(HEADERS);
        MediaContent.checkSource(header.need(kind));
        var body = card.find("body");
        if (body != null) {
            var text = body.need("text");
            long breaks = text.text(LONGEST_BODY)
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            if (breaks > MOST_BREAKS) {
                throw text.bad("has " + breaks + " line breaks; WhatsApp takes at most " + MOST_BREAKS + ".");
            }
        }
        CallToAction.checkUrl(card.need("action"));
        return header.need("type");
    }

    private static Part checkProduct(Part card) {
        CatalogActions.checkProduct(card.need("action"));
        return card.need("action").need("catalog_id");
    }

    private static void checkSame(Part one, @Nullable Part first) {
        if (first != null && !one.text().equalsIgnoreCase(first.text())) {
            throw one.bad("is " + one.quote() + ", but the first card has " + first.quote()
                    + "; all cards must have the same.");
        }
    }
}
