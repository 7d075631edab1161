package org.chasqui.messaging.content;

import java.util.Set;
import java.util.regex.Pattern;

/** {@code {type:"button", sub_type, index, parameters}} of a template. */
final class TemplateButtons {
    private static final Set<String> SUB_TYPES =
            Set.of("quick_reply", "url", "copy_code", "flow", "catalog", "mpm", "voice_call", "order_details");
    private static final int LAST_INDEX = 9;

    /** Meta's pages disagree (15 and 20); what the stricter one would refuse, Meta refuses itself. */
    private static final int LONGEST_COUPON = 20;

    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]+");
    private static final int LONGEST_TTL_MINUTES = 43_200;

    private TemplateButtons() {}

    static void check(Part button) {
        var kind = button.need("sub_type").word(SUB_TYPES);
        button.need("index").whole(0, LAST_INDEX);
        if (kind.equals("voice_call") || kind.equals("order_details")) {
            checkLoose(button);
            return;
        }
        var parameters =
                kind.equals("flow") || kind.equals("catalog") ? button.find("parameters") : button.need("parameters");
        if (parameters != null) {
            parameters.items(1, 1).forEach(parameter -> checkParameter(kind, parameter));
        }
    }

    private static void checkLoose(Part button) {
        var parameters = button.find("parameters");
        if (parameters != null) {
            for (var parameter : parameters.items(0, TemplateParameters.MOST)) {
                var ttl = parameter.find("ttl_minutes");
                if (ttl != null) {
                    ttl.whole(1, LONGEST_TTL_MINUTES);
                }
            }
        }
    }

    private static void checkParameter(String kind, Part parameter) {
        var type = parameter.need("type");
        switch (kind) {
            case "quick_reply" -> {
                type.word(Set.of("payload"));
                parameter.need("payload").text();
            }
            case "url" -> {
                type.word(Set.of("text"));
                parameter.need("text").text();
            }
            case "copy_code" -> {
                type.word(Set.of("coupon_code"));
                checkCoupon(parameter.need("coupon_code"));
            }
            case "mpm" -> {
                type.word(Set.of("action"));
                var action = parameter.need("action");
                action.need("thumbnail_product_retailer_id").text();
                CatalogActions.checkSections(action.need("sections"));
            }
            default -> {
                type.word(Set.of("action"));
                parameter.need("action").object();
            }
        }
    }

    private static void checkCoupon(Part coupon) {
        if (!ALPHANUMERIC.matcher(coupon.text(LONGEST_COUPON)).matches()) {
            throw coupon.bad("is " + coupon.quote() + "; must have letters and digits only.");
        }
    }
}
