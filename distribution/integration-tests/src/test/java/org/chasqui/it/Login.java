package org.chasqui.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Signing in and out, as a person does. */
final class Login {
    private Login() {}

    static void as(Page page, String email, String password) {
        page.getByLabel("Work e-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
    }

    static void leave(Page page) {
        page.getByLabel("Your account").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                .click();
    }
}
