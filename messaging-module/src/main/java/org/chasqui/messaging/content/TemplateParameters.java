package org.chasqui.messaging.content;

import java.util.Set;
import java.util.regex.Pattern;

/** The parameters of a template's header, body and offer. */
final class TemplateParameters {
    static final int MOST = 100;

    private static final Set<String> HEADER =
            Set.of("text", "image", "video", "document", "location", "product", "currency", "date_time", "gif");
    private static final Set<String> BODY = Set.of("text", "currency", "date_time");
    private static final int LONGEST_TEXT = 32_768;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    private TemplateParameters() {}

    static void checkHeader(Part header) {
        header.need("parameters").items(1, MOST).forEach(parameter -> check(parameter, HEADER));
    }

    static void checkBody(Part body) {
        var parameters = body.find("parameters");
        if (parameters != null) {
            parameters.items(0, MOST).forEach(parameter -> check(parameter, BODY));
        }
    }

    static void checkOffer(Part offer) {
        for (var parameter : offer.need("parameters").items(1, 1)) {
            parameter.need("type").word(Set.of("limited_time_offer"));
            parameter.need("limited_time_offer").need("expiration_time_ms").whole(1, Long.MAX_VALUE);
        }
    }

    private static void check(Part parameter, Set<String> kinds) {
        var kind = parameter.need("type").word(kinds);
        var name = parameter.find("parameter_name");
        if (name != null && !NAME.matcher(name.text()).matches()) {
            throw name.bad("is " + name.quote() + "; must have lower-case letters, digits and underscores only.");
        }
        switch (kind) {
            case "text" -> parameter.need("text").text(LONGEST_TEXT);
            case "currency" -> checkCurrency(parameter.need("currency"));
            case "date_time" ->
                parameter.need("date_time").need("fallback_value").text();
            case "location" -> LocationContent.check(parameter.need("location"));
            case "product" ->
                parameter.need("product").need("product_retailer_id").text();
            default -> MediaContent.checkSource(parameter.need(kind));
        }
    }

    private static void checkCurrency(Part currency) {
        currency.need("fallback_value").text();
        currency.need("code").text();
        currency.need("amount_1000").whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
