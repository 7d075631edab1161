package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Templates on the pages, as an operator works with them: written, checked, handed in, approved while one looks, sent. */
@ExtendWith(SharedProduct.class)
class TemplatesPageIT {
    private static Browser browser;

    private final Api api;
    private final String number;

    TemplatesPageIT(Product product) {
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
    }

    @BeforeAll
    static void openBrowser(Product product) {
        browser = Browser.at(product);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @AfterEach
    void theBrowserHasNoComplaints() {
        assertThat(browser.closePages()).isEmpty();
    }

    @Test
    void aTemplateIsWrittenCheckedHandedInApprovedAndSent() {
        var page = browser.admin();
        page.navigate("/console/templates.xhtml");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New template"))
                .click();

        page.getByLabel("Name").fill("page_parcel_leaves");
        page.getByLabel("Body").fill("Take 10 % off your next order with us");
        assertThat(page.locator(".findings")).containsText("category.promotion-in-utility");
        assertThat(page.locator("[id='editor:checks']")).containsText("Marketing");

        page.getByLabel("Body").fill("Hi {{1}}, your *parcel {{2}}* leaves our workshop on Friday morning.");
        assertThat(page.locator("[id='editor:checks']")).containsText("stop it");
        page.getByLabel("Samples {{1}}").fill("Ana");
        page.getByLabel("Samples {{2}}").fill("17");
        assertThat(page.locator(".v-sample .bubble-text")).containsText("Hi Ana, your parcel 17 leaves");
        assertThat(page.locator(".v-sample .p-bold")).hasText("parcel 17");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add button"))
                .click();
        page.getByLabel("Label").fill("Thank you");
        assertThat(page.locator(".v-sample .bubble-button")).hasText("Thank you");
        assertThat(page.locator(".findings li")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Longest"))
                .click();
        assertThat(page.locator(".v-longest .bubble-text")).isVisible();

        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            faults.addAll(Views.faults(page, "template-editor", look));
        }
        Look.LIGHT.at(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit to Meta"))
                .click();

        assertThat(page.locator("h1")).containsText("page_parcel_leaves");
        assertThat(page.locator("h1 .pill")).hasText("Active");
        assertThat(page.locator(".story")).containsText("Handed in");
        assertThat(page.locator(".story")).containsText("Meta told us");
        page.reload();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test send"))
                .click();
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("+14155590050");
        page.locator("#testDialog")
                .getByRole(AriaRole.BUTTON)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#content2 .chat")).containsText("Ana");
        assertThat(faults).isEmpty();
    }

    @Test
    void theListAndARejectedTemplateAreReadableEverywhere() {
        var rejected = create("page_rejected_tag_content_mismatch");
        create("page_unreviewed");
        create("page_at_once");
        Api.await(
                "the rejection",
                () -> Optional.of(api.get("/whatsapp/templates/" + rejected).ok())
                        .filter(template -> template.get("status").asText().equals("REJECTED")));
        var page = browser.admin();
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate("/console/templates.xhtml");
            assertThat(page.locator("[data-row='" + rejected + "']")).containsText("Rejected");
            assertThat(page.locator("[id='checked']")).containsText("checked");
            faults.addAll(Views.faults(page, "templates", look));
            look.at(page);
            page.navigate("/console/template.xhtml?id=" + rejected);
            assertThat(page.locator(".template-stop")).containsText("Meta rejected it");
            assertThat(page.locator(".template-stop")).containsText("TAG_CONTENT_MISMATCH");
            faults.addAll(Views.faults(page, "template", look));
        }
        assertThat(faults).isEmpty();

        Look.LIGHT.at(page);
        page.navigate("/console/templates.xhtml?status=rejected&text=page_");
        assertThat(page.locator("table.templates tbody tr")).hasCount(1);
    }

    private String create(String name) {
        return api.post("/whatsapp/templates", """
                        {"phone_number_id":"%s","name":"%s","category":"UTILITY","language":"en_US","components":[
                          {"type":"BODY","text":"Hi {{1}}, your fitting (%s) is on Friday at ten.","example":{"body_text":[["Ana"]]}}]}
                        """.formatted(number, name, name))
                .ok()
                .get("id")
                .asText();
    }
}
