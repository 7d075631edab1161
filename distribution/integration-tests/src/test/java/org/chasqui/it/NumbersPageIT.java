package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of numbers and the sandbox's webhooks, in a real browser. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class NumbersPageIT {
    private final Browser browser;
    private static JsonNode account;

    private final Api api;
    private final Meta meta;
    private String waba;
    private String number;

    NumbersPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.api = Api.of(product);
        this.meta = new Meta(product);
    }

    @BeforeEach
    void connect() {
        if (account == null) {
            account = meta.newAccount("Casa Adire", "STANDARD");
            meta.connect(api, account.get("id").asText());
        }
        waba = account.get("id").asText();
        number = account.at("/numbers/0/id").asText();
    }

    @Test
    void aProfileIsEditedALinkIsMadeAndTheHealthIsChecked() {
        var page = open("number.xhtml?id=" + number);

        page.locator("#profile\\:about").fill("Cloth from Abeokuta");
        page.locator("#profile\\:website").fill("https://example.com/adire");
        page.locator("#profile\\:save").click();
        assertThat(page.locator(".notice")).containsText("saved at Meta");
        assertThat(page.locator("#profile\\:about")).hasValue("Cloth from Abeokuta");
        assertThat(api.get("/whatsapp/phone_numbers/" + number)
                        .ok()
                        .at("/profile/websites/0")
                        .asText())
                .isEqualTo("https://example.com/adire");

        page.locator("#link\\:text").fill("Hello, I saw your cloth");
        page.locator("#link\\:make").click();
        assertThat(page.locator(".links li")).hasCount(1);
        assertThat(page.locator(".links img")).isVisible();

        meta.control().send("PATCH", "/wabas/" + waba, "{\"callback\":null}").ok();
        page.locator("#deeds\\:check").click();
        assertThat(page.locator("[data-check=subscription] .check-mark")).hasClass("check-mark red");
        page.locator("[data-press='mend:subscribe']").click();
        assertThat(page.locator("[data-check=subscription] .check-mark")).hasClass("check-mark green");

        page.locator(".links [data-open-dialog]").click();
        page.locator("#unlink\\:do").click();
        assertThat(page.locator(".links li")).hasCount(0);
    }

    @Test
    void iceBreakersAreEditedAndAPersonIsBlockedAndUnblocked() {
        meta.control()
                .post("/numbers/" + number + "/people/14155553921/messages", "{\"text\":\"Hello\"}")
                .ok();
        var page = open("number.xhtml?id=" + number);

        page.locator("#helps\\:iceBreakers").fill("Where is my order?\nWhen are you open?");
        page.locator("#helps\\:commands").fill("/order");
        page.locator("#helps\\:save").click();
        assertThat(page.locator(".notice").first()).containsText("1 to 256 characters");
        assertThat(page.locator("#helps\\:iceBreakers")).hasValue("Where is my order?\nWhen are you open?");
        page.locator("#helps\\:commands").fill("/order Ask about an order");
        page.locator("#helps\\:save").click();
        assertThat(page.locator(".notice").first()).containsText("saved at Meta");
        assertThat(page.locator("#helps\\:commands")).hasValue("/order Ask about an order");

        page.locator("#block\\:person").fill("+1 415 555 3921");
        page.locator("#block\\:do").click();
        assertThat(page.locator("#blocked li")).containsText("+14155553921");
        page.locator("#blocked [data-open-dialog]").click();
        page.locator("#unblock\\:do").click();
        assertThat(page.locator("#blocked li")).hasCount(0);
    }

    @Test
    void theWayToAnotherNumberIsOnTheList() {
        var page = open("numbers.xhtml");

        page.locator(".page-head a", new Page.LocatorOptions().setHasText("Connect a number"))
                .click();

        assertThat(page.locator("h1")).hasText("Connect a number");
    }

    @Test
    void aWebhookToldFromTheSandboxsPageIsSeenOnTheNumbersPage() {
        var page = open("number.xhtml?id=" + number);
        assertThat(page.locator("[data-live-sign]")).hasText("live");
        var control = open("news.xhtml");
        assertThat(control.locator("#news[data-ready]")).isVisible();

        control.locator("#account").selectOption(waba);
        control.locator("[data-kind='phone_number_quality_update.FLAGGED']").click();
        control.locator("#send").click();
        assertThat(control.locator("#log")).containsText("phone_number_quality_update");
        assertThat(page.locator("#head .pill")).hasText("Flagged");
        assertThat(page.locator("#history")).containsText("Connected → Flagged");

        control.locator("[data-kind='account_update.DISABLED_UPDATE.DISABLE']").click();
        control.locator("#send").click();
        assertThat(page.locator("#hold .notice")).containsText("disabled");

        control.locator("[data-kind='account_update.DISABLED_UPDATE.REINSTATE']")
                .click();
        control.locator("#send").click();
        assertThat(page.locator("#hold .notice")).hasCount(0);
        control.locator("[data-kind='phone_number_quality_update.UNFLAGGED']").click();
        control.locator("#send").click();
        assertThat(page.locator("#head .pill")).hasText("Connected");
    }

    @Test
    void thePagesLookGoodInEveryLight() {
        api.put(
                        "/whatsapp/phone_numbers/" + number,
                        "{\"profile\":{\"about\":\"Cloth from Abeokuta\",\"vertical\":\"APPAREL\"}}")
                .ok();
        var link = api.post("/whatsapp/phone_numbers/" + number + "/qr", "{\"text\":\"Hello, I saw your cloth\"}")
                .ok();
        for (var event : List.of("DOWNGRADE", "UPGRADE")) {
            meta.control()
                    .post(
                            "/wabas/" + waba + "/news",
                            "{\"kind\":\"phone_number_quality_update.%s\",\"number\":\"%s\"}".formatted(event, number))
                    .ok();
        }
        api.post("/whatsapp/phone_numbers/" + number + "/health", "").ok();
        var faults = new ArrayList<String>();
        faults.addAll(looks("numbers", "numbers.xhtml", ".numbers"));
        faults.addAll(looks("number", "number.xhtml?id=" + number, ".checks"));
        faults.addAll(looks("news", "news.xhtml", "#news[data-ready]"));
        assertThat(faults).isEmpty();
        api.delete(
                "/whatsapp/phone_numbers/" + number + "/qr/" + link.get("code").asText());
    }

    private List<String> looks(String name, String address, String ready) {
        var page = open(address);
        page.locator(ready).first().waitFor();
        return Views.faults(page, name);
    }

    private Page open(String address) {
        var page = browser.admin();
        page.navigate("/console/" + address);
        return page;
    }
}
