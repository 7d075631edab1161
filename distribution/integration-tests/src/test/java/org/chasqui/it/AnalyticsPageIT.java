package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures on the pages Analytics and Costs, and the rows behind them; of a number that sends nothing else. */
@ExtendWith(SharedProduct.class)
class AnalyticsPageIT {
    private static final String READER = "14155554911";
    private static final String FAILING = "442399131026";

    private static Browser browser;
    private static OwnNumber number;

    private final Product product;

    AnalyticsPageIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    static void aFewMessagesOfSeveralKinds(Product product) {
        browser = Browser.at(product);
        number = new OwnNumber(product, "Analytics pages");
        number.sends(READER, "read");
        number.sends(FAILING, "failed");
        number.talksWith(READER);
        number.awaitCount("costs", "/costs/0/actual/messages", 2);
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
    void eachFigureOfAnalyticsLeadsToAsManyRows() {
        var page = browser.admin();
        page.navigate(analytics("7d", ""));
        assertThat(page.locator(".funnel li")).hasCount(5);
        assertThat(page.locator(".funnel li").nth(3)).containsText("2");
        assertThat(page.locator(".funnel li").nth(4)).containsText("1");

        assertThat(RowsBehind.differing(page, 6)).isEmpty();
        page.navigate(analytics("7d", "&market=United+Kingdom&step=accepted"));
        assertThat(page.locator(".funnel li").first()).containsText("1");
        assertThat(RowsBehind.differing(page, 6)).isEmpty();
        page.locator(".errors tbody tr", new Page.LocatorOptions().setHasText("131026"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.locator(".messages tbody tr")).hasCount(1);
        assertThat(page.locator(".chip.on", new Page.LocatorOptions().setHasText("Market")))
                .containsText("United Kingdom");
    }

    @Test
    void aPeriodOfOnesOwnStandsInTheAddressAndComesAsAFile() {
        var page = browser.admin();
        page.navigate(analytics("7d", ""));
        var from = page.getByLabel("From", new Page.GetByLabelOptions().setExact(true));
        var today = LocalDate.parse(from.getAttribute("max"));
        from.fill(today.minusDays(2).toString());
        assertThat(page).hasURL(Pattern.compile("from=" + today.minusDays(2)));

        assertThat(page.locator(".funnel li").nth(3)).containsText("2");
        assertThat(page.locator(".chart-table").first().locator("tbody tr")).hasCount(3);
        assertThat(RowsBehind.differing(page, 6)).isEmpty();
        var file = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV").setExact(true));
        var answer = page.context().request().get(file.getAttribute("href"));
        assertThat(answer.headers().get("content-type")).startsWith("text/csv");
        assertThat(answer.text().lines())
                .anyMatch(line -> line.startsWith("day,phone_number_id,category,template,queued,"))
                .allMatch(line -> line.startsWith("day,") || line.contains("," + number.id() + ","));

        page.navigate(analytics("7d", "&from=2026-01-05&to=2026-01-06"));
        assertThat(page.locator(".empty")).containsText("No message fits");
    }

    @Test
    void whatTookLongerIsListed() {
        var page = browser.admin();
        page.navigate(analytics("7d", ""));

        page.locator(".latencies tbody tr")
                .first()
                .getByRole(AriaRole.LINK)
                .nth(1)
                .click();

        assertThat(page.locator(".chip.on", new Page.LocatorOptions().setHasText("longer than")))
                .isVisible();
        assertThat(RowsBehind.counted(page.content()))
                .as("slower than the half of them")
                .isLessThan(2);
    }

    @Test
    void analyticsIsForEverybodysEyes() {
        var page = browser.admin();
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate(analytics("30d", ""));
            assertThat(page.locator(".funnel")).containsText("Delivered");
            faults.addAll(Views.faults(page, "analytics", look));
            page.locator("[data-view='table']").first().click();
            page.locator("[data-view='table']").nth(1).click();
            assertThat(page.locator(".latency-days")).isVisible();
            faults.addAll(Views.faults(page, "analytics-tables", look));
            page.navigate(analytics("90d", "&template=nobody_sent_it"));
            assertThat(page.locator(".empty")).containsText("No message fits");
            faults.addAll(Views.faults(page, "analytics-empty", look));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void costsAreShownByCategoryMarketAndDayAndLeadToTheirRows() {
        var page = browser.admin();
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate(costs(""));
            assertThat(page.locator(".table.categories")).containsText("Utility");
            assertThat(page.locator(".table.markets")).containsText("North America");
            assertThat(page.locator(".free-tiers li")).containsText("1 of 1,000");
            faults.addAll(Views.faults(page, "costs", look));
            page.locator("[data-view='table']").first().click();
            assertThat(page.locator(".chart-table").first()).isVisible();
            faults.addAll(Views.faults(page, "costs-table", look));
        }
        Look.LIGHT.at(page);
        page.navigate(costs(""));
        assertThat(RowsBehind.differing(page, 6)).isEmpty();

        page.locator(".table.markets tbody a", new Page.LocatorOptions().setHasText("North America"))
                .click();
        assertThat(page.locator(".table.markets tbody tr")).hasCount(1);
        assertThat(RowsBehind.differing(page, 6)).isEmpty();
        page.navigate(costs("&month=2026-01"));
        assertThat(page.locator(".empty")).containsText("Nothing was sent in January 2026");
        assertThat(page.locator("#content")).containsText("In this month they were all free");
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

    /** As the nightly comparison leaves them: a count too many, of an hour without messages, and the note of it. */
    @Test
    void countsThatDifferAreToldAndCountedAgain() {
        var books = Books.of(product);
        var hour = "timestamptz '2026-02-03T04:00:00Z'";
        books.write(
                "insert into ana_hour (workspace_id, hour, number_id, direction, category, template, slot, total) select id, "
                        + hour + ", id, 0, 'utility', '', 2, 7 from plt_workspace");
        books.write("insert into ana_difference select id, " + hour + ", now(), 1 from plt_workspace");
        var page = browser.admin();
        page.navigate("/console/");

        page.locator(".needs li", new Page.LocatorOptions().setHasText("The counts of one hour differ"))
                .getByRole(AriaRole.LINK)
                .click();
        assertThat(page.locator("#countAlarm")).containsText("The messages are right");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Count again"))
                .click();

        assertThat(page.locator(".notice.info")).containsText("Counted again");
        assertThat(page.locator("#countAlarm")).hasCount(0);
        assertThat(books.number("select count(*) from ana_hour where hour = " + hour))
                .isZero();
    }

    private static String analytics(String range, String more) {
        return "/console/analytics.xhtml?range=" + range + "&number=" + number.id() + more;
    }

    private static String costs(String more) {
        return "/console/costs.xhtml?number=" + number.id() + more;
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
}
