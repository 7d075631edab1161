package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaign on the pages, as an operator runs one: drafted, filled from a file, planned, launched, followed, stopped. */
@ExtendWith(SharedProduct.class)
class CampaignPageIT {
    private static final String STUBBORN = "14155558900";
    private static final int GOOD = 30;

    private static Browser browser;

    private final Api api;
    private final Meta meta;
    private String number = "";

    CampaignPageIT(Product product) {
        this.api = Api.of(product);
        this.meta = new Meta(product);
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
    void aCampaignIsDraftedPlannedLaunchedFollowedAndStopped() {
        connectAnAccountOfItsOwn();
        meta.control()
                .put("/behaviours/" + STUBBORN, "{\"scenario\":\"refused\",\"code\":131056}")
                .ok();
        var page = browser.admin();
        var faults = new ArrayList<String>();
        page.navigate("/console/campaigns.xhtml");
        page.locator("#content")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("New campaign"))
                .first()
                .click();

        page.getByLabel("Name").fill("Page spring");
        page.getByLabel("Template")
                .selectOption(new SelectOption().setLabel("spring_offer · en_US · Marketing · Campaign pages"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save draft"))
                .click();
        assertThat(page.locator("h1 .pill")).hasText("Draft");
        assertThat(page.locator(".needs-line")).containsText("button.2");
        assertThat(button(page, "Launch now")).isDisabled();

        page.getByLabel("CSV file")
                .setInputFiles(new FilePayload("people.csv", "text/csv", file().getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("Columns with other names").fill("Mobile=to");
        button(page, "Add file").click();
        assertThat(page.locator(".notice")).containsText((GOOD + 4) + " added, 2 skipped");
        assertThat(page.locator("#reach")).hasText(Integer.toString(GOOD + 3));
        assertThat(page.locator(".plan-skips")).containsText("Variable missing");
        assertThat(page.locator(".plan-samples")).containsText("Until Sunday everything from the loom");
        assertThat(page.locator("#content")).containsText("North America");
        assertThat(page.locator(".plan-skips a")).hasCount(2);
        addsUp(page);
        for (var look : Look.values()) {
            look.at(page);
            faults.addAll(Views.faults(page, "campaign-plan", look));
        }
        Look.LIGHT.at(page);

        button(page, "Launch now").click();
        page.locator("#launchDialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Launch now"))
                .click();
        assertThat(page.locator("h1 .pill")).hasText("Running");
        // Nobody presses reload: what follows is told by the server.
        assertThat(part(page, "read")).hasText(Integer.toString(GOOD));
        assertThat(part(page, "waiting")).hasText("1");
        assertThat(part(page, "skipped")).hasText("3");
        assertThat(page.locator(".cost-table tbody tr", new Page.LocatorOptions().setHasText("North America")))
                .containsText("USD");
        assertThat(page.locator(".conservation")).containsText((GOOD + 6) + "=" + GOOD + " read");
        assertThat(page.locator("#minutes .p-taken").first()).isVisible();
        page.locator(".campaign-minutes [data-view='table']").click();
        assertThat(page.locator("#minutesTable")).containsText(Integer.toString(GOOD));
        page.locator(".campaign-minutes [data-view='chart']").click();
        for (var look : Look.values()) {
            look.at(page);
            faults.addAll(Views.faults(page, "campaign", look));
        }
        Look.LIGHT.at(page);
        button(page, "Pause").click();
        assertThat(page.locator("h1 .pill")).hasText("Paused");
        button(page, "Resume").click();
        assertThat(page.locator("h1 .pill")).hasText("Running");
        assertThat(page.locator(".campaign-story b")).hasText(new String[] {"Launched", "Paused: by hand", "Resumed"});
        assertThat(page.locator(".campaign-story li").nth(1)).containsText("by admin@localhost");

        page.locator(".campaign-errors a").first().click();
        assertThat(page.locator(".campaign-recipients tbody tr")).hasCount(2);
        assertThat(page.locator(".campaign-recipients")).containsText("131026");
        button(page, "Cancel campaign").click();
        button(page, "Cancel it").click();
        assertThat(page.locator("h1 .pill")).hasText("Cancelled");
        assertThat(part(page, "ended")).hasText("1");
        addsUp(page);
        eachMinuteHasItsMessages(page);

        for (var look : Look.values()) {
            look.at(page);
            page.navigate("/console/campaigns.xhtml");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Page spring")))
                    .containsText("USD");
            faults.addAll(Views.faults(page, "campaigns", look));
            page.navigate("/console/campaignNew.xhtml");
            faults.addAll(Views.faults(page, "campaign-new", look));
        }
        meta.control().delete("/behaviours/" + STUBBORN);
        onlyWhoAnswersIsInTheInbox(page);
        assertThat(faults).isEmpty();
    }

    /** The costs of the markets as they are read, and their sum below them. */
    private static void addsUp(Page page) {
        var costs = page.locator(".totalled");
        assertThat(costs.locator("tfoot")).isVisible();
        var lines = costs.locator("tbody tr td:last-child").allTextContents().stream()
                .map(CampaignPageIT::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = amount(costs.locator("tfoot td").last().textContent());
        assertThat(lines).isEqualByComparingTo(sum);
        assertThat(sum).isPositive();
    }

    private static BigDecimal amount(String text) {
        var digits = text.replace("USD", "").replace(",", "").strip();
        return digits.equals("–") ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    private static void eachMinuteHasItsMessages(Page page) {
        // Taken, delivered and failed; what markets cost is about messages, too.
        assertThat(RowsBehind.differing(page, 5)).isEmpty();
        page.locator("#minutes a.chart-column:has(.p-taken)").first().click();
        assertThat(page.locator(".chip.on", new Page.LocatorOptions().setHasText("Taken by Meta")))
                .isVisible();
        page.goBack();
    }

    private void onlyWhoAnswersIsInTheInbox(Page page) {
        page.navigate("/console/inbox.xhtml?number=" + number);
        assertThat(page.locator(".inbox-list")).isVisible();
        assertThat(page.locator(".inbox-row")).hasCount(0);
        meta.control()
                .post("/numbers/" + number + "/people/14155558001/messages", "{\"text\":\"Is it wool?\"}")
                .ok();
        assertThat(page.locator(".inbox-row")).hasCount(1);
    }

    @Test
    void anAudienceIsSavedAndForgotten() {
        var page = browser.admin();
        page.navigate("/console/audiences.xhtml");
        button(page, "New audience").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Page weavers");
        page.getByLabel("Tags", new Page.GetByLabelOptions().setExact(true)).fill("vip, page weavers");
        button(page, "Save").click();

        var row = page.locator("tr", new Page.LocatorOptions().setHasText("Page weavers"));
        assertThat(row.locator(".tag")).hasText(new String[] {"vip", "page weavers"});
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            faults.addAll(Views.faults(page, "audiences", look));
        }
        Look.LIGHT.at(page);
        row.getByRole(AriaRole.BUTTON).click();
        page.locator("#deleteDialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(page.locator("#content")).not().containsText("Page weavers");
        assertThat(faults).isEmpty();
    }

    private void connectAnAccountOfItsOwn() {
        Sending.firstNumber(api);
        var account = meta.newAccount("Campaign pages", "STANDARD");
        number = account.at("/numbers/0/id").asText();
        meta.connect(api, account.get("id").asText());
        api.post("/whatsapp/templates/sync", null).ok();
    }

    private static String file() {
        var people = new ArrayList<String>();
        for (int i = 0; i < GOOD; i++) {
            people.add("+1415555" + (8_000 + i));
        }
        people.addAll(List.of("+442299131026", "+442399131026", "+" + STUBBORN, "+14155558000", "x"));
        var rows = new StringBuilder("Mobile,name,header.1,1,2,button.2\n");
        people.forEach(one -> rows.append(one).append(",Ana,Ana,Sunday,20,17\n"));
        return rows.append("+14155558999,Bo,Bo,Sunday,,17\n").toString();
    }

    private static Locator part(Page page, String key) {
        return page.locator("[data-part='" + key + "'] b");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
