package org.chasqui.it;

import com.microsoft.playwright.Locator;
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

    /** A page of somebody new who may only look. */
    static Page asViewer(Browser browser, String name, String email, String path) {
        var owner = browser.admin();
        owner.navigate("/console/team.xhtml");
        owner.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Add person"))
                .first()
                .click();
        var dialog = owner.locator("#addDialog");
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Work e-mail").fill(email);
        dialog.getByLabel("Role").selectOption("VIEWER");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add person"))
                .click();
        var viewer = browser.stranger();
        viewer.navigate(path);
        as(viewer, email, owner.locator("#newPassword").innerText());
        return viewer;
    }

    static void leave(Page page) {
        page.getByLabel("Your account").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out"))
                .click();
    }
}
