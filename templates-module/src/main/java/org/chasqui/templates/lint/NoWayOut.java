package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;

/** Advertising without a way to stop it is blocked instead, which costs quality. */
final class NoWayOut implements Rule {
    private static final Words STOP = new Words(List.of(
            "stop",
            "unsubscribe",
            "opt[- ]out",
            "no more",
            "parar",
            "baja",
            "salir",
            "cancelar",
            "sair",
            "descadastrar",
            "stopp?",
            "abmelden",
            "désabonner",
            "arrêter"));

    @Override
    public String name() {
        return "marketing.no-way-out";
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (!subject.is(Category.MARKETING)
                || subject.texts().stream()
                        .anyMatch(text -> STOP.firstIn(text.value()).isPresent())) {
            return List.of();
        }
        return List.of(new Finding(
                name(),
                Severity.ADVICE,
                subject.place("BUTTONS", "buttons"),
                "Nothing tells people how to stop it. Who cannot stop it blocks you, and Meta counts blocks.",
                "Add a quick reply such as \u201cStop promotions\u201d.",
                null));
    }
}
