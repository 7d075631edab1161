package org.chasqui.templates.definition;

/** {@code {type:"FOOTER", text}}. */
final class FooterRules {
    private static final int LONGEST = 60;

    private FooterRules() {}

    static void check(Place footer, Shape shape) {
        var place = footer.at("text");
        var text = place.text(LONGEST);
        if (!Variables.of(text).isEmpty()) {
            place.fault("has a variable; footers take none (Meta's 2388073).");
        }
        if (text.contains("\n")) {
            place.fault("has a line break; a footer is one line (Meta's 2388073).");
        }
        if (shape.hasOffer()) {
            footer.fault("has no place beside a limited-time offer.");
        }
    }
}
