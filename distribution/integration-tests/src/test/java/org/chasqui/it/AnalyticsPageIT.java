package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures on the pages Analytics and Costs, and the rows behind them. */
@ExtendWith(SharedProduct.class)
class AnalyticsPageIT {
    private static final String READER = "14155554911";
    private static final String FAILING = "442399131026";

    private static Browser browser;

    private final Api api;
    private final String number;

    AnalyticsPageIT(Product product) {
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
    void eachStepOfTheFunnelLeadsToItsRows() {
        send(READER, "read");
        send(FAILING, "failed");
        var page = browser.admin();
        var messages = browser.admin();
        for (int step = 0; step < 4; step++) {
            int nth = step;
            // Messages of other tests may still move between the two looks.
            Api.await("as many rows as step " + step, () -> {
                page.navigate("/console/analytics.xhtml?template=hello_chasqui");
                var line = page.locator(".funnel li").nth(nth);
                var figure = number(line.locator("b").innerText());
                messages.navigate(line.locator("a").getAttribute("href"));
                return figure > 0 && figure == number(messages.locator("#count").innerText())
                        ? Optional.of(figure)
                        : Optional.empty();
            });
        }
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate("/console/analytics.xhtml?template=hello_chasqui");
            assertThat(page.locator(".funnel")).containsText("Delivered");
            faults.addAll(Views.faults(page, "analytics", look));
        }
        Look.LIGHT.at(page);
        assertThat(faults).isEmpty();
        page.locator(".errors tr", new Page.LocatorOptions().setHasText("131026"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.locator(".messages tbody tr").first()).containsText("131026");
    }

    @Test
    void costsAreShownByCategoryMarketAndDay() {
        send(READER, "read");
        var page = browser.admin();
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate("/console/costs.xhtml");
            assertThat(page.locator(".table.categories")).containsText("Utility");
            assertThat(page.locator(".table.markets")).containsText("North America");
            assertThat(page.locator(".free-tiers li").first()).containsText("of 1,000");
            faults.addAll(Views.faults(page, "costs", look));
        }
        Look.LIGHT.at(page);
        page.locator("[data-view='table']").first().click();
        assertThat(page.locator(".chart-table").first()).isVisible();

        page.locator(".table.markets a", new Page.LocatorOptions().setHasText("North America"))
                .click();
        assertThat(page.locator("#content")).containsText("Messages cannot be listed by market");
        assertThat(page.locator(".table.markets tbody tr")).hasCount(1);
        page.locator(".table.categories tbody a").first().click();
        assertThat(page.locator(".messages tbody tr").first()).isVisible();
        assertThat(faults).isEmpty();
    }

    @Test
    void aRateCardIsImportedAndRemoved() {
        var page = browser.admin();
        page.navigate("/console/costs.xhtml");
        offer(page, "effective_on,currency,market,category,price\n2026-11-03,EUR,Atlantis,utility,0.1\n");
        assertThat(page.locator(".notice.error").first()).containsText("Nothing was imported");
        assertThat(page.locator(".notice.error").last()).containsText("Atlantis");

        offer(page, "effective_on,currency,market,category,price\n2026-11-03,EUR,Brazil,utility,0.1\n");
        assertThat(page.locator(".notice.info")).containsText("1 rate cards");
        var card = page.locator(".rate-cards li", new Page.LocatorOptions().setHasText("Page partner"));
        assertThat(card).containsText("3 Nov 2026");

        card.getByRole(AriaRole.BUTTON).click();
        page.locator("#removeDialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))
                .click();
        assertThat(page.locator(".notice.info")).containsText("removed");
        assertThat(card).hasCount(0);
    }

    private static void offer(Page page, String csv) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import a rate card"))
                .click();
        page.locator("#cardDialog").getByLabel("Name").fill("Page partner");
        page.locator("#cardDialog")
                .getByLabel("CSV file")
                .setInputFiles(new FilePayload("card.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("#cardDialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Import"))
                .click();
    }

    private void send(String person, String status) {
        var sent = api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), status);
    }

    /** The first number of a text; 0 when there is none. */
    private static long number(String text) {
        var digits = Pattern.compile("\\d[\\d,]*").matcher(text);
        return digits.find() ? Long.parseLong(digits.group().replace(",", "")) : 0;
    }
}
