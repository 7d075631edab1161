package org.chasqui.templates.definition;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The list of buttons: how many of each kind, in which order. */
final class ButtonsRules {
    static final int MOST = 10;
    static final int MOST_OF_CARD = 2;
    private static final Map<ButtonKind, Integer> LIMITS = Map.of(
            ButtonKind.URL, 2,
            ButtonKind.PHONE_NUMBER, 1,
            ButtonKind.COPY_CODE, 1,
            ButtonKind.FLOW, 1,
            ButtonKind.CATALOG, 1,
            ButtonKind.MPM, 1,
            ButtonKind.SPM, 1,
            ButtonKind.VOICE_CALL, 1,
            ButtonKind.OTP, 1,
            ButtonKind.ORDER_DETAILS, 1);

    private ButtonsRules() {}

    static void check(Place list, Shape shape, int most) {
        var places = list.items(1, most, "buttons");
        var kinds = places.stream().map(ButtonRules::check).toList();
        var counts = new EnumMap<ButtonKind, Integer>(ButtonKind.class);
        var labels = new HashSet<String>();
        for (int i = 0; i < kinds.size(); i++) {
            var kind = kinds.get(i);
            if (counts.merge(kind, 1, Integer::sum) == LIMITS.getOrDefault(kind, MOST) + 1) {
                places.get(i).fault("is one " + kind + " too many; Meta takes " + LIMITS.get(kind) + ".");
            }
            var label = places.get(i).node().path("text").asText("").strip();
            if (!label.isEmpty() && !labels.add(label)) {
                places.get(i).at("text").fault("is the label of another button, too.");
            }
            if (kind == ButtonKind.OTP) {
                places.get(i).fault("is for the category AUTHENTICATION only.");
            }
        }
        if (isInterleaved(kinds)) {
            list.fault("has quick replies between other buttons; group them at the beginning or the end.");
        }
    }

    /** Quick replies stand together: the kind changes at most once between them and the others. */
    static boolean isInterleaved(List<ButtonKind> kinds) {
        int changes = 0;
        for (int i = 1; i < kinds.size(); i++) {
            boolean quick = kinds.get(i) == ButtonKind.QUICK_REPLY;
            boolean wasQuick = kinds.get(i - 1) == ButtonKind.QUICK_REPLY;
            changes += quick == wasQuick ? 0 : 1;
        }
        return changes > 1;
    }
}
