package org.chasqui.templates.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.platform.failure.FieldError;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.Card;
import org.chasqui.templates.definition.Shape;

/**
 * Compares {@code template.components} of a message with the template. Each fault names component and index as the
 * sender wrote them.
 *
 * <p>The form of the parameters is taken for granted: messaging has checked it before.
 */
public final class ParameterCheck {
    private static final int LONGEST_BODY = 1024;
    private static final int LONGEST_CARD_BODY = 160;
    private static final Set<String> OF_CARD = Set.of("header", "body", "button");
    private static final Set<String> FREE = Set.of("tap_target_configuration", "order_status", "order_details");

    private ParameterCheck() {}

    /**
     * What does not fit.
     *
     * @param shape the template
     * @param components Meta's array as the sender gave it, or a missing node
     * @return empty when everything fits
     */
    public static List<FieldError> check(Shape shape, JsonNode components) {
        var faults = new ArrayList<FieldError>();
        var given = new Given("template.components", components, faults);
        HeaderParameters.check(shape.header(), given);
        BodyParameters.check(shape.body(), given, LONGEST_BODY);
        ButtonParameters.check(shape.buttons(), given);
        OfferParameters.check(shape, given);
        checkCards(shape.cards(), given);
        refuse(given, Set.of("footer"), "takes no parameters.");
        refuseUnknown(given, shape);
        return faults;
    }

    private static void checkCards(List<Card> cards, Given given) {
        var carousel = given.find("carousel");
        if (carousel == null) {
            if (!cards.isEmpty()) {
                given.fault("has no carousel; the template has " + cards.size() + " cards.");
            }
            return;
        }
        if (cards.isEmpty()) {
            carousel.fault("is a carousel; the template has none.");
            return;
        }
        var sent = carousel.node().path("cards");
        if (sent.size() != cards.size()) {
            new Given(carousel.path() + ".cards", sent, given.faults())
                    .fault("has " + sent.size() + " cards; the template has " + cards.size() + ".");
            return;
        }
        var seen = new HashSet<Integer>();
        for (int i = 0; i < sent.size(); i++) {
            var path = carousel.path() + ".cards[" + i + "]";
            int index = sent.path(i).path("card_index").asInt(-1);
            if (index < 0 || index >= cards.size() || !seen.add(index)) {
                new Given(path + ".card_index", sent.path(i), given.faults())
                        .fault("is " + index + "; each card has an index of its own, from 0 to " + (cards.size() - 1)
                                + ".");
                continue;
            }
            checkCard(
                    cards.get(index),
                    new Given(path + ".components", sent.path(i).path("components"), given.faults()));
        }
    }

    private static void checkCard(Card card, Given given) {
        HeaderParameters.check(card.header(), given);
        BodyParameters.check(card.body(), given, LONGEST_CARD_BODY);
        ButtonParameters.check(card.buttons(), given);
        for (var component : given.all()) {
            if (!OF_CARD.contains(component.type())) {
                component.fault("is a " + component.type() + "; a card has header, body and button only.");
            }
        }
    }

    private static void refuse(Given given, Set<String> types, String why) {
        for (var component : given.all()) {
            if (types.contains(component.type()) && !component.parameters().isEmpty()) {
                component.fault(why);
            }
        }
    }

    /** Two components of one type, and offers where there is none. */
    private static void refuseUnknown(Given given, Shape shape) {
        var seen = new HashSet<String>();
        for (var component : given.all()) {
            var type = component.type();
            if (!type.equals("button") && !FREE.contains(type) && !seen.add(type)) {
                component.fault("is the second " + type + "; give one of each.");
            }
            if (type.equals("limited_time_offer") && !shape.hasOffer()) {
                component.fault("is a limited-time offer; the template has none.");
            }
        }
    }

    /** The buttons whose parameter each message must bring. */
    public static List<Button> wanting(Shape shape) {
        return shape.buttons().stream().filter(ButtonParameters::isRequired).toList();
    }
}
