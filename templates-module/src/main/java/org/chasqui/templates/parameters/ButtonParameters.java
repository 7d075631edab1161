package org.chasqui.templates.parameters;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chasqui.templates.definition.Button;
import org.chasqui.templates.definition.ButtonKind;

/** The buttons, each found by its index. */
final class ButtonParameters {
    private ButtonParameters() {}

    static void check(List<Button> buttons, Given components) {
        var byIndex = new HashMap<Integer, Given>();
        for (var given : components.all()) {
            if (given.type().equals("button")) {
                int index = given.node().path("index").asInt(-1);
                if (index < 0 || index >= buttons.size()) {
                    given.fault(
                            "is for the button " + given.node().path("index").asText("") + "; the template has "
                                    + buttons.size() + " button(s), counted from 0.");
                } else if (byIndex.putIfAbsent(index, given) != null) {
                    given.fault("is the second one for the button " + index + ".");
                } else {
                    checkOne(buttons.get(index), index, given);
                }
            }
        }
        for (int i = 0; i < buttons.size(); i++) {
            if (isRequired(buttons.get(i)) && !byIndex.containsKey(i)) {
                components.fault("has nothing for the button " + i + " ("
                        + buttons.get(i).kind().wire() + "), which needs a parameter: " + wanted(buttons.get(i)) + ".");
            }
        }
    }

    private static void checkOne(Button button, int index, Given given) {
        var kind = given.node().path("sub_type").asText("").toLowerCase(Locale.ROOT);
        if (!kinds(button).contains(kind)) {
            given.fault("has the sub_type " + kind + "; the button " + index + " of the template is a "
                    + button.kind().wire() + ".");
            return;
        }
        int count = given.parameters().size();
        if (isRequired(button) && count != 1) {
            given.fault("has " + count + " parameters; the button " + index + " needs one: " + wanted(button) + ".");
        }
        if (button.kind() == ButtonKind.URL && !button.hasVariable() && count > 0) {
            given.fault("has a parameter; the address of the button " + index + " has no variable.");
        }
        if (button.kind() == ButtonKind.PHONE_NUMBER && count > 0) {
            given.fault("has a parameter; the button " + index + " calls a number and takes none.");
        }
    }

    static boolean isRequired(Button button) {
        return button.isOneTimeCode()
                || switch (button.kind()) {
                    case URL -> button.hasVariable();
                    case COPY_CODE, MPM -> true;
                    default -> false;
                };
    }

    /** What a sender may call the button: Meta's own samples call a one-time code a link. */
    private static Set<String> kinds(Button button) {
        return button.isOneTimeCode()
                ? Set.of("url", "copy_code", "otp")
                : Set.of(button.kind().wire());
    }

    private static String wanted(Button button) {
        if (button.isOneTimeCode()) {
            return "the code, as {\"type\":\"text\",\"text\":\"…\"} of the sub_type url";
        }
        return switch (button.kind()) {
            case COPY_CODE -> "{\"type\":\"coupon_code\",\"coupon_code\":\"…\"}";
            case MPM -> "{\"type\":\"action\",\"action\":{…}} with the products";
            default -> "the end of the address, as {\"type\":\"text\",\"text\":\"…\"}";
        };
    }
}
