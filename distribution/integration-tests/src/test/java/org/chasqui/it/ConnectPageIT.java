package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers are connected by people: in the dashboard and by a link, through the sandbox's window, whatever goes wrong. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class ConnectPageIT {
    /** The run that the window was opened for: the page shows another one until it has moved on. */
    private String opened;

    private final Browser browser;
    private final Api api;

    ConnectPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.api = Api.of(product);
    }

    @AfterAll
    static void everyCallToMetaWasAsMetaDescribesIt(Product product) {
        GraphContract.assertHeld(product);
    }

    @Test
    void aNewcomerConnectsANumberThroughTheWindow() {
        var page = connect();
        through(open(page, "#launch"), "Casa Adire Lagos", "+1 555 077 9001", "none");

        assertState(page, "ready");
        assertStep(page, "WINDOW", "done");
        assertStep(page, "EXCHANGE", "done");
        assertStep(page, "REGISTER", "done");
        assertStep(page, "CALLBACK", "skipped");
        assertThat(page.locator("#saga h2")).containsText("Casa Adire Lagos");
        assertThat(page.locator("#beside")).containsText("CONNECTED");
        assertThat(page.locator("#beside")).containsText("Does not expire");
        button(page.locator("#saga"), "Show the PIN").click();
        assertThat(page.locator("#shownPin")).hasText(Pattern.compile("\\d{6}"));
        page.reload();
        assertThat(page.locator("#shownPin")).hasCount(0);
    }

    @Test
    void theMessageMayComeAfterTheCodeOrNotAtAll() {
        var page = connect();
        through(open(page, "#launch"), "Late message", "+1 555 077 9002", "late_event");
        assertState(page, "ready");
        assertThat(page.locator("[data-step=WINDOW]")).containsText("FINISH");

        page.navigate("/console/connect.xhtml");
        through(open(page, "#launch"), "No message", "+1 555 077 9003", "no_event");
        assertState(page, "ready");
        assertThat(page.locator("[data-step=WINDOW]")).not().containsText("FINISH");
    }

    @Test
    void aWindowThatIsClosedCancelsAndCanBeOpenedAgain() {
        var page = connect();
        var window = open(page, "#launch");
        next(window);
        window.locator("#cancel").click();

        assertState(page, "cancelled");
        assertThat(page.locator("[data-step=WINDOW]")).containsText("BUSINESS_ACCOUNT_SELECTION");
        through(open(page, "#saga [data-launch]"), "Second thoughts", "+1 555 077 9004", "none");
        assertState(page, "ready");
    }

    @Test
    void anErrorThatTheWindowReportsIsShownForMetasSupport() {
        var page = connect();
        var window = open(page, "#launch");
        next(window);
        next(window);
        next(window);
        window.locator("#report").click();

        assertState(page, "failed");
        assertStep(page, "WINDOW", "failed");
        assertThat(page.locator("[data-step=WINDOW] .mend")).containsText("524126");
        assertThat(page.locator("[data-step=WINDOW] .mend")).containsText("f34b51dab5e0498");
    }

    @Test
    void anExpiredCodeIsMendedByOpeningTheWindowAgain() {
        var page = connect();
        through(open(page, "#launch"), "Too slow", "+1 555 077 9005", "expired_code");

        assertState(page, "failed");
        assertStep(page, "EXCHANGE", "failed");
        assertThat(page.locator("[data-step=EXCHANGE] .mend")).containsText("30 seconds");
        through(open(page, "#saga [data-launch]"), "Faster now", "+1 555 077 9006", "none");
        assertState(page, "ready");
        assertThat(page.locator("#saga h2")).containsText("Faster now");
    }

    @Test
    void aWindowThatGivesNoCodeSaysSo() {
        var page = connect();
        through(open(page, "#launch"), "No code", "+1 555 077 9007", "no_code");

        assertState(page, "failed");
        assertThat(page.locator("[data-step=WINDOW] .mend")).containsText("gave no code");
    }

    @Test
    void aWrongPinIsMendedWithTheRightOne() {
        var page = connect();
        through(open(page, "#launch"), "Other provider’s", "+1 555 077 9008", "other_pin");

        assertState(page, "failed");
        assertStep(page, "REGISTER", "failed");
        assertThat(page.locator("[data-step=REGISTER] .mend")).containsText("133005");
        button(page.locator("#saga"), "Give the PIN").click();
        page.locator("#pin\\:pin").fill("000000");
        page.locator("#pin\\:go").click();
        assertThat(page.locator("[data-step=REGISTER] .mend-foot")).containsText("2 of 10");
        button(page.locator("#saga"), "Give the PIN").click();
        page.locator("#pin\\:pin").fill("135790");
        page.locator("#pin\\:go").click();

        assertState(page, "ready");
        assertStep(page, "REGISTER", "done");
    }

    @Test
    void aMissingPermissionIsNamedAndMended() {
        var page = connect();
        var window = open(page, "#launch");
        toPermissions(window, "Half allowed", "+1 555 077 9009");
        window.getByLabel("Send and read messages").uncheck();
        next(window);

        assertState(page, "failed");
        assertStep(page, "INSPECT", "failed");
        assertThat(page.locator("[data-step=INSPECT] .mend")).containsText("whatsapp_business_messaging");
        through(open(page, "#saga [data-launch]"), "All allowed", "+1 555 077 9010", "none");
        assertState(page, "ready");
    }

    @Test
    void aNumberOfTheBusinessAppIsNotRegistered() {
        var page = connect();
        page.getByLabel("The number stays in the WhatsApp Business app").first().check();
        through(open(page, "#launch"), "On the phone", "+1 555 077 9011", "none");

        assertState(page, "ready");
        assertStep(page, "REGISTER", "skipped");
        assertThat(page.locator("[data-step=WINDOW]")).containsText("FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING");
        assertStep(page, "SYNC", "done");
        assertThat(page.locator("[data-step=SYNC]")).containsText("asked for");
    }

    @Test
    void aTokenThatIsNoneIsRefusedAtItsStep() {
        var page = connect();
        button(page.locator(".ways"), "Paste a token").click();
        page.locator("#manual\\:waba").fill("12x");
        page.locator("#manual\\:token").fill("EAAnonsense1234");
        page.locator("#manual\\:go").click();
        assertThat(page.locator("#manual\\:wabaError .field-error")).isVisible();
        page.locator("#manual\\:waba").fill("1029384756");
        page.locator("#manual\\:token").fill("EAAnonsense1234");
        page.locator("#manual\\:go").click();

        assertState(page, "failed");
        assertStep(page, "INSPECT", "failed");
        assertThat(page.locator("#saga")).not().containsText("EAAnonsense1234");
    }

    @Test
    void anEndCustomerConnectsByALinkAndTheLinkIsUsedUp() {
        var page = connect();
        button(page.locator(".page-head"), "Link for the owner").click();
        page.locator("#link\\:name").fill("Ateliê Pinheiros");
        page.locator("#link\\:go").click();
        var url = page.locator("#newLink").innerText();
        assertThat(page.locator(".new-link img")).isVisible();

        var customer = browser.stranger();
        customer.navigate(url);
        assertThat(customer.locator("h1")).containsText("Connect your WhatsApp number with");
        var window = open(customer, "#launch");
        // The page draws itself anew when the window is gone.
        customer.waitForResponse(
                answer -> answer.url().equals(url) && answer.request().method().equals("GET"),
                () -> window.locator("#cancel").click());
        assertThat(customer.locator("#launch")).isVisible();
        through(open(customer, "#launch"), "Ateliê Pinheiros", "+1 555 077 9012", "other_pin");
        assertThat(customer.locator("[role=alert] b").first()).containsText("PIN");
        customer.locator("#hostedPin").fill("135790");
        button(customer.locator("main"), "Retry with PIN").click();
        assertThat(customer.locator("[data-hosted-state=used]")).containsText("Your number is connected");

        customer.navigate(url);
        assertThat(customer.locator("[data-hosted-state=used]")).isVisible();
        page.navigate("/console/connect.xhtml");
        assertThat(page.locator("#links li", has("Ateliê Pinheiros"))).containsText("Connected");
    }

    @Test
    void aLinkThatIsTakenBackSaysSo() {
        var link = link("Rio");
        api.delete("/whatsapp/onboarding/links/" + link.get("id").asText());
        var customer = browser.stranger();
        customer.navigate(link.get("url").asText());

        assertThat(customer.locator("[data-hosted-state=revoked]")).containsText("taken back");
    }

    @Test
    void aRunThatFailedLooksRightInEveryLight() {
        var page = connect();
        through(open(page, "#launch"), "Casa Adire São Paulo", "+55 11 95550-0142", "other_pin");
        assertState(page, "failed");

        var faults = Views.faults(page, "connect_failed");
        button(page.locator("#saga"), "Give the PIN").click();
        faults.addAll(Views.faults(page, "connect_pin"));
        assertThat(faults).isEmpty();
    }

    @Test
    void aRunThatIsReadyAndItsLinkLookRightInEveryLight() {
        var page = connect();
        through(open(page, "#launch"), "Casa Adire Rio", "+55 21 95550-0162", "none");
        assertState(page, "ready");

        var faults = Views.faults(page, "connect_ready");
        button(page.locator(".page-head"), "Link for the owner").click();
        page.locator("#link\\:name").fill("Ateliê");
        page.locator("#link\\:go").click();
        assertThat(page.locator("#newLink")).isVisible();
        faults.addAll(Views.faults(page, "connect_link"));
        assertThat(faults).isEmpty();
    }

    @Test
    void thePageOfALinkLooksRightInEveryLight() {
        var page = browser.stranger();
        page.navigate(link("Adire Tailors").get("url").asText());
        var faults = Views.faults(page, "hosted");

        through(open(page, "#launch"), "Adire Tailors", "+234 803 555 0175", "other_pin");
        assertThat(page.locator("[data-hosted-state=failed]")).isVisible();
        faults.addAll(Views.faults(page, "hosted_failed"));

        page.locator("#hostedPin").fill("135790");
        button(page.locator("main"), "Retry with PIN").click();
        assertThat(page.locator("[data-hosted-state=used]")).isVisible();
        faults.addAll(Views.faults(page, "hosted_used"));
        assertThat(faults).isEmpty();
    }

    @Test
    void theSandboxsWindowLooksRightInEveryLight() {
        var page = browser.stranger();
        page.navigate("/sandbox/signup/");
        next(page);
        next(page);
        next(page);

        assertThat(Views.faults(page, "signup_window")).isEmpty();
    }

    private JsonNode link(String name) {
        return api.post("/whatsapp/onboarding/links", "{\"name\":\"" + name + "\"}")
                .ok();
    }

    private Page connect() {
        var page = browser.admin();
        page.navigate("/console/connect.xhtml");
        return page;
    }

    private Page open(Page page, String launcher) {
        if (launcher.equals("#launch")) {
            opened = page.locator("#signup").getAttribute("data-fresh");
        }
        return page.waitForPopup(() -> page.locator(launcher).first().click());
    }

    /** A person's way through the window, with a new account and a new number. */
    private static void through(Page window, String account, String number, String trouble) {
        toPermissions(window, account, number);
        window.locator("#trouble").selectOption(trouble);
        next(window);
    }

    private static void toPermissions(Page window, String account, String number) {
        next(window);
        window.locator("#accountName").fill(account);
        next(window);
        window.locator("#digits").fill(number);
        window.locator("#displayName").fill(account);
        next(window);
    }

    private static void next(Page window) {
        window.locator("#next").click();
    }

    private void assertState(Page page, String state) {
        if (opened != null) {
            assertThat(page).hasURL(Pattern.compile(".*run=" + opened + "$"));
        }
        assertThat(page.locator("#saga[data-state=" + state + "]")).isVisible();
    }

    private static void assertStep(Page page, String step, String look) {
        assertThat(page.locator("#saga li." + look + "[data-step=" + step + "]"))
                .isVisible();
    }

    private static Page.LocatorOptions has(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }
}
