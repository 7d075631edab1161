package org.chasqui.templates.lint;

import java.util.List;
import org.chasqui.templates.definition.Category;

/** A one-time code that is not handed in as AUTHENTICATION: Meta rejects it. */
final class CodeOutsideAuthentication implements Rule {
    private static final Words CODES = new Words(List.of(
            "one[- ]time (?:code|password|passcode)",
            "otp",
            "verification code",
            "your code is",
            "login code",
            "security code",
            "código de (?:verificación|seguridad|acceso)",
            "código de (?:verificação|segurança|acesso)",
            "code de (?:vérification|sécurité)",
            "bestätigungscode"));

    @Override
    public String name() {
        return "category.code-outside-authentication";
    }

    @Override
    public List<Finding> check(Subject subject) {
        if (subject.is(Category.AUTHENTICATION)) {
            return List.of();
        }
        var body = subject.body();
        return CODES.firstIn(body.value()).stream()
                .map(word -> new Finding(
                        name(),
                        Severity.WARNING,
                        body.place(),
                        "\u201c" + word
                                + "\u201d reads as a one-time code, which only AUTHENTICATION may carry. Meta rejects"
                                + " it elsewhere.",
                        "Make an AUTHENTICATION template: Meta writes its text, you choose the button.",
                        "INCORRECT_CATEGORY"))
                .toList();
    }
}
