package org.chasqui.templates.definition;

/** {@code {type:"LIMITED_TIME_OFFER", limited_time_offer:{text, has_expiration?}}}. */
final class OfferRules {
    private static final int LONGEST = 16;

    private OfferRules() {}

    static void check(Place component, TemplateDraft draft) {
        var offer = component.at("limited_time_offer");
        if (!offer.node().isObject()) {
            offer.fault("is required: {text, has_expiration}.");
            return;
        }
        offer.at("text").text(LONGEST);
        if (offer.has("has_expiration") && !offer.node().path("has_expiration").isBoolean()) {
            offer.at("has_expiration").fault("must be true or false.");
        }
        if (!draft.is(Category.MARKETING)) {
            component.fault("is for the category MARKETING only.");
        }
        var buttons = draft.shape().buttons();
        if (buttons.stream().noneMatch(button -> button.kind() == ButtonKind.URL)) {
            component.fault("needs buttons: a copy-code button, if any, first, then a URL button.");
        }
        for (int i = 0; i < buttons.size(); i++) {
            var kind = buttons.get(i).kind();
            if (kind != ButtonKind.URL && !(kind == ButtonKind.COPY_CODE && i == 0)) {
                component.fault(
                        "takes a COPY_CODE button first and a URL button after it, no " + kind + " at " + i + ".");
            }
        }
    }
}
