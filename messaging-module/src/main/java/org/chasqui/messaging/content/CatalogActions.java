package org.chasqui.messaging.content;

/** Actions that show goods of a catalogue. */
final class CatalogActions {
    static final int MOST_SECTIONS = 10;
    static final int MOST_PRODUCTS = 30;

    private CatalogActions() {}

    static void checkProduct(Part action) {
        action.need("catalog_id").text();
        action.need("product_retailer_id").text();
    }

    static void checkProducts(Part action) {
        action.need("catalog_id").text();
        checkSections(action.need("sections"));
    }

    static void checkCatalog(Part action) {
        CallToAction.checkName(action, "catalog_message");
        var parameters = action.find("parameters");
        var thumbnail = parameters == null ? null : parameters.find("thumbnail_product_retailer_id");
        if (thumbnail != null) {
            thumbnail.text();
        }
    }

    /** Sections of products, of a {@code product_list} or of a template's {@code mpm} button. */
    static void checkSections(Part all) {
        var sections = all.items(1, MOST_SECTIONS);
        int products = 0;
        for (var section : sections) {
            ChoiceActions.checkTitle(section, sections);
            for (var product : section.need("product_items").items(1, MOST_PRODUCTS)) {
                product.need("product_retailer_id").text();
                products++;
            }
        }
        if (products > MOST_PRODUCTS) {
            throw all.bad("have " + products + " products together; WhatsApp takes at most " + MOST_PRODUCTS + ".");
        }
    }
}
