package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The people of the workspace and one's own account, in a real browser. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class TeamPageIT {
    private static final String EMAIL = "rosa.quispe@example.com";
    private static final String OWN_PASSWORD = "four llamas over the pass";

    private final Browser browser;

    TeamPageIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aPersonIsAddedMakesThePasswordTheirOwnAndLeavesAgain() {
        var owner = browser.admin();
        owner.navigate("/console/");
        openFromMenu(owner, "Team");
        add(owner, "Rosa Quispe", EMAIL);
        var password = owner.locator("#newPassword").innerText();
        assertThat(row(owner)).containsText("never");
        var faults = new ArrayList<>(Views.faults(owner, "team-new", Look.LIGHT));

        var rosa = browser.stranger();
        rosa.navigate("/console/");
        Login.as(rosa, EMAIL, password);
        assertThat(rosa.locator("h1")).hasText("Overview");
        rosa.getByLabel("Your account").click();
        assertThat(rosa.locator("details[open] .pop-item", new Page.LocatorOptions().setHasText("Team")))
                .hasCount(0);
        rosa.locator("details[open] .pop-item", new Page.LocatorOptions().setHasText("Account"))
                .click();
        changePassword(rosa, "not the password", OWN_PASSWORD);
        assertThat(rosa.locator("#password\\:currentError[role=alert]"))
                .containsText("This is not your current password");
        changePassword(rosa, password, OWN_PASSWORD);
        assertThat(rosa.getByRole(AriaRole.STATUS)).containsText("Your password is changed");
        faults.addAll(Views.faults(rosa, "account-changed", Look.LIGHT));
        Login.leave(rosa);
        Login.as(rosa, EMAIL, OWN_PASSWORD);
        assertThat(rosa.locator("h1")).hasText("Overview");

        owner.navigate("/console/team.xhtml");
        row(owner).getByRole(AriaRole.BUTTON, named("Change the role")).click();
        var role = owner.locator("#roleDialog").getByLabel("Role");
        assertThat(role).hasValue("AGENT");
        role.selectOption("VIEWER");
        owner.locator("#roleDialog .button.solid").click();
        assertThat(owner.getByRole(AriaRole.STATUS)).containsText("Rosa Quispe is Viewer now");
        assertThat(row(owner).locator(".pill")).hasText("Viewer");

        // Her open page would lead to the sign-in by itself at any moment, and so into the way of what follows.
        rosa.navigate("about:blank");
        row(owner).getByRole(AriaRole.BUTTON, named("Remove")).click();
        owner.locator("#removeDialog .button.danger").click();
        assertThat(row(owner)).hasCount(0);
        for (var name : new String[] {"account", "team"}) {
            rosa.navigate("/console/" + name + ".xhtml");
            assertThat(rosa).hasURL(Pattern.compile(".*/console/login\\.xhtml.*"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void bothPagesLookRightEverywhere() {
        var faults = new ArrayList<String>();
        var page = browser.admin();
        for (var name : new String[] {"team", "account"}) {
            page.navigate("/console/" + name + ".xhtml");
            faults.addAll(Views.faults(page, name));
        }
        page.navigate("/console/team.xhtml");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add person"))
                .first()
                .click();
        faults.addAll(Views.faults(page, "team-add", Look.PHONE));

        assertThat(faults).isEmpty();
    }

    private static void openFromMenu(Page page, String entry) {
        page.getByLabel("Your account").click();
        page.locator("details[open] .pop-item", new Page.LocatorOptions().setHasText(entry))
                .click();
        assertThat(page.locator("h1")).hasText(entry);
    }

    private static void add(Page page, String name, String email) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add person"))
                .first()
                .click();
        var dialog = page.locator("#addDialog");
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Work e-mail").fill(email);
        dialog.getByRole(AriaRole.BUTTON, named("Add person")).click();
    }

    private static void changePassword(Page page, String current, String wanted) {
        page.getByLabel("Current password").fill(current);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(wanted);
        page.getByLabel("New password again").fill(wanted);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                .click();
    }

    private static Locator row(Page page) {
        return page.locator("table.team tbody tr").filter(new Locator.FilterOptions().setHasText(EMAIL));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
