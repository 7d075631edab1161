package org.chasqui.templates.lint;

import java.util.List;

/** Meta forbids asking for card numbers, passwords and identity numbers in a chat. */
final class SensitiveData implements Rule {
    private static final Words ASKING = new Words(List.of(
            "(?:full |complete )?(?:credit |debit )?card numbers?",
            "cvv",
            "your (?:password|pin)",
            "social security number",
            "bank account number",
            "número de (?:tarjeta|cuenta bancaria)",
            "tu contraseña",
            "su contraseña",
            "número do cartão",
            "sua senha",
            "número da conta"));

    @Override
    public String name() {
        return "policy.sensitive-data";
    }

    @Override
    public List<Finding> check(Subject subject) {
        return subject.texts().stream()
                .flatMap(text -> ASKING.firstIn(text.value()).stream()
                        .map(word -> new Finding(
                                name(),
                                Severity.WARNING,
                                text.place(),
                                "\u201c" + word + "\u201d: Meta forbids asking people for such data in a chat.",
                                "Send people to your own site for it, or show the last digits only.",
                                "ABUSIVE_CONTENT")))
                .toList();
    }
}
