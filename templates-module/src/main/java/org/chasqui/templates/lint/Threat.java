package org.chasqui.templates.lint;

import java.util.List;

/** Threats and pressure on debtors: rejected as abusive. */
final class Threat implements Rule {
    private static final Words THREATS = new Words(List.of(
            "legal action",
            "take you to court",
            "police",
            "we will sue",
            "or else",
            "acciones legales",
            "demanda judicial",
            "embargo",
            "ação judicial",
            "processo judicial"));

    @Override
    public String name() {
        return "policy.threat";
    }

    @Override
    public List<Finding> check(Subject subject) {
        var body = subject.body();
        return THREATS.firstIn(body.value()).stream()
                .map(word -> new Finding(
                        name(),
                        Severity.WARNING,
                        body.place(),
                        "\u201c" + word + "\u201d reads as a threat. Meta rejects threats, and people report them.",
                        "Say what is due and how to pay or ask, and nothing more.",
                        "ABUSIVE_CONTENT"))
                .toList();
    }
}
