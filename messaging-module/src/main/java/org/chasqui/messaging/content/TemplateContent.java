package org.chasqui.messaging.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** {@code template:{name, language, components}}: form and limits; whether they fit the template is asked elsewhere. */
public final class TemplateContent {
    private static final Set<String> KNOWN = Set.of("name", "language", "components", "namespace");
    private static final Set<String> COMPONENTS = Set.of(
            "header",
            "body",
            "footer",
            "button",
            "carousel",
            "limited_time_offer",
            "tap_target_configuration",
            "order_status",
            "order_details");
    private static final int LONGEST_NAME = 512;
    private static final int MOST_COMPONENTS = 30;
    private static final int MOST_CARDS = 10;
    private static final int LONGEST_CODE = 15;

    private TemplateContent() {}

    static void check(Part template) {
        template.only(KNOWN).need("name").text(LONGEST_NAME);
        var language = template.need("language");
        language.need("code").text();
        var policy = language.find("policy");
        if (policy != null) {
            policy.word(Set.of("deterministic"));
        }
        var components = template.find("components");
        if (components != null) {
            components.items(0, MOST_COMPONENTS).forEach(TemplateContent::checkComponent);
        }
    }

    /**
     * What Meta asks of one-time codes beyond: the code, in the body and in the button, has at most 15 characters.
     *
     * @param template content that has passed {@link MessageContent#check}
     */
    public static void checkAuthentication(JsonNode template) {
        var components = new Part("template", template).find("components");
        if (components == null) {
            return;
        }
        for (var component : components.items(0, MOST_COMPONENTS)) {
            var parameters = component.find("parameters");
            if (parameters != null) {
                for (var parameter : parameters.items(0, TemplateParameters.MOST)) {
                    var text = parameter.find("text");
                    if (text != null) {
                        text.text(LONGEST_CODE);
                    }
                }
            }
        }
    }

    private static void checkComponent(Part component) {
        switch (component.need("type").word(COMPONENTS)) {
            case "header" -> TemplateParameters.checkHeader(component);
            case "body" -> TemplateParameters.checkBody(component);
            case "button" -> TemplateButtons.check(component);
            case "limited_time_offer" -> TemplateParameters.checkOffer(component);
            case "carousel" -> checkCards(component);
            // Payments and app links have shapes of their own that Meta changes often: its word counts.
            default -> component.object();
        }
    }

    private static void checkCards(Part carousel) {
        for (var card : carousel.need("cards").items(1, MOST_CARDS)) {
            card.need("card_index").whole(0, MOST_CARDS - 1L);
            var components = card.find("components");
            if (components != null) {
                components.items(0, MOST_COMPONENTS).forEach(TemplateContent::checkComponent);
            }
        }
    }
}
