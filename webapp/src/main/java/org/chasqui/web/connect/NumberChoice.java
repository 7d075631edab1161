package org.chasqui.web.connect;

import java.util.List;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.graph.NumberNode;

/** A number that may be meant. */
public final class NumberChoice {
    private final NumberNode number;

    private NumberChoice(NumberNode number) {
        this.number = number;
    }

    static List<NumberChoice> of(OnboardingView run) {
        return run.facts().choices().stream().map(NumberChoice::new).toList();
    }

    public String getId() {
        return number.id();
    }

    public String getLabel() {
        var display = number.displayPhoneNumber() == null ? number.id() : number.displayPhoneNumber();
        return number.verifiedName() == null ? display : display + " · " + number.verifiedName();
    }
}
