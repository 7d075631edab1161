package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;
import org.chasqui.templates.definition.TemplateDraft;

/**
 * Which category Meta is likely to choose: what promotes anything is marketing, whatever else it says.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/whatsapp/updates-to-pricing/new-template-guidelines">Template category
 *     guidelines</a>
 */
final class CategoryGuess {
    static final Words PROMOTION = new Words(List.of(
            // English
            "\\d+\\s?% ?off",
            "\\d+\\s?percent off",
            "discounts?",
            "sale",
            "special offers?",
            "offers? (?:ends?|of the|for you)",
            "limited[- ]time",
            "deals?",
            "promo(?:tion|tions| code)?",
            "coupons?",
            "vouchers?",
            "free (?:gift|trial|shipping|delivery)",
            "buy (?:one|now)",
            "shop now",
            "order now",
            "new (?:collection|arrivals|products?)",
            "don't miss",
            "hurry",
            "last chance",
            "back in stock",
            "we miss(?:ed)? you",
            "exclusive",
            "upgrade (?:now|today)",
            "refer a friend",
            "loyalty points",
            // Spanish
            "ofertas?",
            "descuentos?",
            "rebajas?",
            "promoci(?:ón|ones)",
            "cup(?:ón|ones)",
            "compra(?: ya| ahora)",
            "nueva colección",
            "te extrañamos",
            "aprovecha",
            "última oportunidad",
            "env[ií]o gratis",
            // Portuguese
            "desconto",
            "descontos",
            "promoç(?:ão|ões)",
            "cupo(?:m|ns)",
            "liquidação",
            "compre agora",
            "nova coleção",
            "aproveite",
            "frete grátis",
            "sentimos sua falta",
            "últimas? chances?",
            // French, German
            "soldes",
            "remises?",
            "rabatt",
            "angebote?",
            "gutschein"));

    private CategoryGuess() {}

    static Category of(TemplateDraft draft) {
        if (draft.is(Category.AUTHENTICATION)) {
            return Category.AUTHENTICATION;
        }
        var shape = draft.shape();
        boolean promotes = shape.hasOffer()
                || !shape.cards().isEmpty()
                || shape.texts().anyMatch(text -> PROMOTION.firstIn(text).isPresent());
        return promotes || draft.is(Category.MARKETING) ? Category.MARKETING : Category.UTILITY;
    }
}
