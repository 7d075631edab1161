package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks in the dashboard, in a real browser, with the built-in inspector as the customer. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class CustomerWebhookPageIT {
    private static final Pattern ONE = Pattern.compile(".*/console/webhook\\.xhtml\\?id=.*");
    private static final String WEBHOOKS = "/whatsapp/webhooks";

    private final Browser browser;
    private final Api api;
    private final String number;
    private final List<String> sent = new ArrayList<>();

    CustomerWebhookPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
    }

    @BeforeAll
    static void nothingOfOthersIsOnItsWay(Product product) {
        Sending.awaitSilence(product);
    }

    /** The page of an endpoint that is gone would complain, and what one test sent must not arrive at that of the next. */
    @AfterEach
    void endInOrder() {
        assertThat(browser.closePages()).isEmpty();
        sent.forEach(id -> Sending.awaitStatus(api, id, "read"));
        removeEndpoints();
    }

    @BeforeEach
    void removeEndpoints() {
        api.get(WEBHOOKS)
                .ok()
                .forEach(
                        webhook -> api.delete(WEBHOOKS + "/" + webhook.get("id").asText()));
    }

    @Test
    void aNewcomerSeesWhatArrivesAtTheInspectorWhileItArrives() {
        var page = openInspector();
        assertThat(page.locator("#newSecret")).containsText("whsec_");
        assertThat(page.locator("#rows")).containsText("No delivery yet");
        awaitLive(page);
        page.evaluate("window.sameAsBefore = true");

        var message = send("14155550580");

        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("message.delivered")))
                .isVisible();
        var arrival = page.locator("#arrivals li", new Page.LocatorOptions().setHasText("message.delivered"))
                .first();
        assertThat(arrival.locator(".pill")).hasText("Signature fits");
        assertThat(page.locator("#head .pill")).hasText("Healthy");
        assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);

        page.navigate("/console/message.xhtml?id=" + message);
        var told = page.locator("#told tr", new Page.LocatorOptions().setHasText("message.delivered"));
        assertThat(told).containsText("200");
        told.locator("a").click();
        assertThat(page).hasURL(ONE);
        assertThat(page.locator("#deliveryBody")).containsText(message);

        page.navigate("/console/webhooks.xhtml");
        assertThat(page.locator("#rows .pill")).hasText("Healthy");
        assertThat(page.locator("#latest li").first()).containsText("Signature fits");
    }

    @Test
    void aTestEventShowsItsRequestAndItsAnswer() {
        var page = openInspector();
        press(page, "Send test");

        var call = page.locator(".unfolded .call");
        assertThat(call).hasCount(1);
        assertThat(call).containsText("webhook-signature");
        assertThat(call).containsText("kept");
        assertThat(page.locator("#deliveryBody")).containsText("webhook.test");
    }

    @Test
    void aDeliveryIsShownInTheWordsThatWerePosted() {
        var webhook = api.post(WEBHOOKS, "{\"url\":\"inspector\",\"format\":\"meta\",\"events\":[\"*\"]}")
                .ok()
                .get("id")
                .asText();
        var page = browser.admin();
        page.navigate("/console/webhook.xhtml?id=" + webhook);
        press(page, "Send test");

        assertThat(page.locator("#deliveryBody")).containsText("whatsapp_business_account");
        assertThat(page.locator("#deliveryWords")).containsText("Meta’s words");

        send("14155550583");
        page.navigate("/console/webhook.xhtml?id=" + webhook + "&type=message.accepted");
        assertThat(page.locator("#rows tr.goes .pill")).hasText("Not posted");
        page.locator("#rows .row-link").click();
        assertThat(page.locator("#deliverySight")).containsText("have no form for this event");
        assertThat(page.locator("#deliveryBody")).hasCount(0);
    }

    @Test
    void aRotatedSecretIsShownOnceAndTheOldOneSignsAlong() {
        var page = openInspector();
        var before = page.locator("#newSecret").innerText();
        page.getByRole(AriaRole.BUTTON, named("Rotate")).click();
        page.locator("#rotateDialog .button.solid").click();
        assertThat(page.locator("#newSecret")).not().hasText(before);
        assertThat(page.locator("body")).containsText("The old secret signs along until");

        press(page, "Send test");
        assertThat(page.locator("#newSecret")).hasCount(0);
        assertThat(page.locator(".unfolded .call pre").first()).containsText(Pattern.compile("v1,\\S+ v1,\\S+"));
        assertThat(page.locator("#arrivals .pill").first()).hasText("Signature fits");
    }

    @Test
    void aDeliveryIsReplayedAloneAndInARange() {
        var page = openInspector();
        press(page, "Send test");
        page.locator("#rows").getByText("Replay this one").click();
        assertThat(page.locator(".notice")).containsText("1 delivery is on its way again");
        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("replay")))
                .hasCount(1);
        assertThat(page.locator("#rows tr.goes .pill")).hasText(new String[] {"200", "200"});

        page.getByRole(AriaRole.BUTTON, named("Replay")).click();
        page.locator("#replay\\:which").selectOption("delivered");
        page.locator("#replay\\:do").click();
        assertThat(page.locator(".notice")).containsText("on its way again");
        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("replay")))
                .hasCount(2);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = browser.admin();
        page.navigate("/console/webhooks.xhtml");
        page.getByRole(AriaRole.BUTTON, named("Add endpoint")).first().click();
        page.locator("#hook\\:url").fill("ftp://erp.example.com/hook");
        page.locator("#hook\\:save").click();
        assertThat(page.locator("#hook\\:urlError .field-error")).isVisible();
        assertThat(page.locator("#hook\\:url")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#hook\\:url")).isFocused();
        page.locator("#hook\\:url").fill("inspector");
        page.locator("#hook\\:events").fill("messages");
        page.locator("#hook\\:save").click();
        assertThat(page.locator("#hook\\:eventsError .field-error")).isVisible();
        page.locator("#hook\\:events").fill("");
        page.locator("#hook\\:headers").fill("no header");
        page.locator("#hook\\:save").click();
        assertThat(page.locator("#hook\\:headersError .field-error")).isVisible();

        page.locator("#hook\\:headers").fill("X-Shop: 7");
        page.locator("#hook\\:description").fill("Orders ERP");
        page.locator("#hook\\:save").click();
        assertThat(page).hasURL(ONE);
        assertThat(page.locator("h1")).containsText("Orders ERP");
        assertThat(page.locator("#health")).containsText("X-Shop");

        page.getByRole(AriaRole.BUTTON, named("Edit")).click();
        page.locator("#hook\\:description").fill("Orders ERP, new");
        page.locator("#hook\\:save").click();
        assertThat(page.locator("h1")).containsText("Orders ERP, new");
        assertThat(page.locator("#health")).containsText("X-Shop");
    }

    @Test
    void aPausedEndpointSaysWhoPausedItAndGathers() {
        var page = openInspector();
        press(page, "Pause");
        assertThat(page.locator("#head .pill")).hasText("Paused");
        assertThat(page.locator("#head")).containsText("paused by");
        send("14155550581");
        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("message.accepted"))
                        .locator(".pill"))
                .hasText("Waiting");

        press(page, "Resume");
        assertThat(page.locator("#rows tr", new Page.LocatorOptions().setHasText("message.accepted"))
                        .locator(".pill"))
                .hasText("200");
        page.locator("select[name=type]").selectOption("message.accepted");
        assertThat(page).hasURL(Pattern.compile(".*&type=message\\.accepted$"));
        assertThat(page.locator("#rows tr.goes")).hasCount(1);

        page.getByRole(AriaRole.BUTTON, named("Delete")).click();
        page.locator("#remove\\:do").click();
        assertThat(page.locator(".notice")).containsText("deleted");
        assertThat(page.locator("h2").first()).containsText("Let your systems hear what happens");
    }

    /** A page, or a part of it, to be looked at. */
    enum Place {
        WEBHOOKS,
        WEBHOOKS_NONE,
        WEBHOOK,
        WEBHOOK_CREATE,
        WEBHOOK_REPLAY
    }

    @ParameterizedTest
    @EnumSource
    void looksRightInEveryLight(Place place) {
        var id = "";
        if (place != Place.WEBHOOKS_NONE) {
            var setup = openInspector();
            id = setup.url().replaceAll(".*id=([^&]*).*", "$1");
            send("14155550582");
            assertThat(setup.locator("#rows tr", new Page.LocatorOptions().setHasText("message.read")))
                    .isVisible();
        }
        var page = browser.admin();
        open(page, place, id);

        assertThat(Views.faults(page, place.name())).isEmpty();
    }

    private static void open(Page page, Place place, String id) {
        switch (place) {
            case WEBHOOKS, WEBHOOKS_NONE -> page.navigate("/console/webhooks.xhtml");
            case WEBHOOK -> {
                page.navigate("/console/webhook.xhtml?id=" + id);
                page.locator("#rows .row-link").first().click();
                page.locator("#arrivals .icon-button").first().click();
                assertThat(page.locator("#deliveryBody")).isVisible();
                assertThat(page.locator("#arrivals .unfolded")).isVisible();
            }
            case WEBHOOK_CREATE -> {
                page.navigate("/console/webhooks.xhtml");
                page.getByRole(AriaRole.BUTTON, named("Add endpoint")).first().click();
            }
            case WEBHOOK_REPLAY -> {
                page.navigate("/console/webhook.xhtml?id=" + id);
                page.getByRole(AriaRole.BUTTON, named("Replay")).click();
            }
        }
        assertThat(page.locator("h1")).isVisible();
    }

    private Page openInspector() {
        var page = browser.admin();
        page.navigate("/console/webhooks.xhtml");
        page.getByRole(AriaRole.BUTTON, named("Open the inspector")).click();
        assertThat(page).hasURL(ONE);
        return page;
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
        assertThat(page.locator(".notice")).isVisible();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void awaitLive(Page page) {
        assertThat(page.locator("[data-live-sign]:not(.off)").first()).isVisible();
    }

    private String send(String person) {
        var id = api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok()
                .get("id")
                .asText();
        sent.add(id);
        return id;
    }
}
