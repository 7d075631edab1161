package org.chasqui.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The keys page, used as a person does. */
final class Keys {
    private Keys() {}

    /** Makes a key that may read, and nothing else. Returns its secret, which the page then shows. */
    static String create(Page page, String name) {
        var dialog = openDialog(page);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Read ·").check();
        dialog.getByLabel("Send ·").uncheck();
        button(dialog, "Create key").click();
        return page.locator("#newSecret").innerText();
    }

    static Locator openDialog(Page page) {
        page.navigate("/console/keys.xhtml");
        button(page.locator("main"), "Create key").first().click();
        return page.locator("#createDialog");
    }

    static Locator row(Page page, String name) {
        return page.locator("table.keys tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    static void revoke(Page page, String name) {
        button(row(page, name), "Revoke the key").click();
        button(page.locator("#revokeDialog"), "Revoke").click();
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
