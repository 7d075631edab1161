package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator does in the dashboard, in a real browser. Whatever it does, the browser must not complain. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class DashboardIT {
    private static final Pattern LOGIN = Pattern.compile(".*/console/login\\.xhtml(\\?to=.*)?");
    private static final String TEMPLATE = "/whatsapp/messages/template";

    /** Has the page ask for its rows, and waits until it has dealt with the answer. */
    private static final String LOOK_AGAIN = """
            () => new Promise(done => {
                const before = window.chasquiRefreshed;
                window.chasquiRefreshed = () => { before(); done(true); };
                window.chasquiRefresh();
            })""";

    private final Browser browser;

    private final Product product;
    private final Api api;
    private final String number;

    DashboardIT(Product product, Browser browser) {
        this.browser = browser;
        this.product = product;
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
    }

    @Test
    void whoIsNotSignedInGetsTheLoginPage() {
        var page = browser.stranger();
        for (var name : List.of(
                "index",
                "messages",
                "message",
                "keys",
                "phone",
                "search",
                "inbox",
                "contacts",
                "contact",
                "webhooks",
                "webhook")) {
            page.navigate("/console/" + name + ".xhtml");
            assertThat(page).hasURL(LOGIN);
        }
    }

    @Test
    void aWrongPasswordIsSaidAndSignsNobodyIn() {
        var page = browser.stranger();
        page.navigate("/console/");
        Login.as(page, product.adminEmail(), "not the password");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("E-mail or password is not right");
        assertThat(page.getByLabel("Work e-mail")).hasValue(product.adminEmail());
        page.navigate("/console/keys.xhtml");
        assertThat(page).hasURL(LOGIN);
    }

    @Test
    void signingInLeadsToThePageFirstAskedForInANewSession() {
        var page = browser.stranger();
        page.navigate("/console/messages.xhtml?status=failed");
        var before = session(page);
        Login.as(page, product.adminEmail(), product.adminPassword());

        assertThat(page).hasURL(product.baseUrl() + "/console/messages.xhtml?status=failed");
        assertThat(session(page).value).isNotEqualTo(before.value);
        assertThat(session(page).httpOnly).isTrue();
    }

    @Test
    void signingOutEndsTheSessionForGood() {
        var page = browser.stranger();
        page.navigate("/console/");
        Login.as(page, product.adminEmail(), product.adminPassword());
        assertThat(page.locator("h1")).hasText("Overview");
        var session = session(page);
        Login.leave(page);
        assertThat(page).hasURL(LOGIN);

        page.context().addCookies(List.of(session));
        page.navigate("/console/");
        assertThat(page).hasURL(LOGIN);
    }

    @Test
    void theOverviewCountsAMessageWithoutReloading() {
        var page = browser.admin();
        page.navigate("/console/");
        awaitLive(page);
        var accepted = page.locator("#tiles b.accepted");
        var before = accepted.innerText();
        page.evaluate("window.sameAsBefore = true");

        send("14155550140");

        assertThat(accepted).not().hasText(before, new HasTextOptions().setTimeout(Browser.HINTED));
        assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    /** One that Meta takes and that fails later was accepted, too: the tile counts it, and so its link must find it. */
    @Test
    void eachFigureOfTheOverviewLeadsToTheRowsThatItCounts() {
        var person = "14155550149";
        new Meta(product)
                .control()
                .put("/behaviours/" + person, "{\"scenario\":\"failed\",\"code\":131026}")
                .ok();
        Sending.awaitStatus(api, send("14155550148"), "read");
        Sending.awaitStatus(api, send(person), "failed");
        var overview = browser.admin();
        var messages = browser.admin();

        for (var tile : List.of("accepted", "delivered", "read", "failed")) {
            // Messages of other tests may still move between the two looks.
            Api.await("as many rows as " + tile, () -> {
                overview.navigate("/console/");
                var counted = overview.locator("#tiles a:has(b." + tile + ")");
                var isShare = counted.locator("b").innerText().contains("%");
                var figure = number(counted.locator(isShare ? ".third" : "b").innerText());
                messages.navigate(counted.getAttribute("href"));
                return figure > 0 && figure == number(messages.locator("#count").innerText())
                        ? Optional.of(figure)
                        : Optional.empty();
            });
        }
    }

    /** The first number of a text; 0 when there is none. */
    private static long number(String text) {
        var digits = Pattern.compile("\\d[\\d,]*").matcher(text);
        return digits.find() ? Long.parseLong(digits.group().replace(",", "")) : 0;
    }

    @Test
    void aMessageComesIntoTheListAndMovesThereWithoutReloading() {
        var page = browser.admin();
        page.navigate("/console/messages.xhtml");
        awaitLive(page);
        page.evaluate("window.sameAsBefore = true");

        var row = page.locator("[data-row='" + send("14155550141") + "']");

        assertThat(row).containsText("hello_chasqui");
        assertThat(row.locator(".pill")).hasText("Read", new HasTextOptions().setTimeout(Browser.HINTED));
        assertThat(page.evaluate("window.sameAsBefore")).isEqualTo(true);
    }

    @Test
    void theMessagePageFollowsItsStepsUntilItIsRead() {
        // The sandbox tells nothing of what goes to this number.
        var person = "491597000020";
        var id = send(person);
        var wamid = Sending.awaitStatus(api, id, "accepted").get("wamid").asText();
        var page = browser.admin();
        page.navigate("/console/message.xhtml?id=" + id);
        awaitLive(page);
        assertThat(page.locator("#flight li.ahead").last()).containsText("Read");

        var meta = new MetaPost(product, number);
        for (var status : List.of("sent", "delivered", "read")) {
            meta.messages(meta.status(wamid, person, status));
        }

        assertThat(page.locator("#flight li.reached b"))
                .hasText(new String[] {"Accepted", "Sent to Meta", "Meta accepts", "Sent", "Delivered", "Read"});
    }

    /** A person holds a button for a tenth of a second; news that come meanwhile must not take it away. */
    @Test
    void whatIsBeingPressedIsNotDrawnAnew() {
        var id = send("14155550146");
        Sending.awaitStatus(api, id, "read");
        var page = browser.admin();
        page.navigate("/console/messages.xhtml?to=14155550146");
        awaitLive(page);
        var link = page.locator("[data-row='" + id + "'] a").first();
        link.hover();
        page.mouse().down();
        page.evaluate(LOOK_AGAIN);
        page.mouse().up();

        assertThat(page).hasURL(Pattern.compile(".*/console/message\\.xhtml\\?id=" + id + ".*"));
    }

    @Test
    void aHintThatComesWhileThePageCannotLookIsMadeGood() {
        var page = browser.admin();
        var other = browser.admin();
        for (var each : List.of(page, other)) {
            each.navigate("/console/messages.xhtml");
            awaitLive(each);
        }
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<dialog id=asking open></dialog>')");
        // The sandbox tells nothing of it, so no other hint follows.
        var row = "[data-row='" + send("491597000020") + "'] .pill";
        assertThat(other.locator(row)).hasText("Accepted", new HasTextOptions().setTimeout(Browser.HINTED));
        assertThat(page.locator(row)).hasCount(0);

        page.evaluate("document.getElementById('asking').remove()");

        assertThat(page.locator(row)).hasText("Accepted", new HasTextOptions().setTimeout(Browser.HINTED));
    }

    @Test
    void anAnswerOnThePhoneOpensTheWindowOnTheMessagePage() {
        var person = "14155550143";
        var id = send(person);
        Sending.awaitStatus(api, id, "read");
        var message = browser.admin();
        message.navigate("/console/message.xhtml?id=" + id);
        awaitLive(message);
        assertThat(message.locator("#around")).containsText("Window closed: only templates");

        var phone = browser.phone(number, person);
        assertThat(phone.locator("#chat .bubble.in")).containsText("Ana");
        assertThat(phone.locator("#windowText")).containsText("Window closed");
        phone.locator("#answerText").fill("Who is there?");
        phone.keyboard().press("Enter");

        assertThat(phone.locator("#chat .bubble.out")).containsText("Who is there?");
        assertThat(phone.locator("#windowText")).containsText("Window open for");
        assertThat(message.locator("#around")).containsText("Window open until");
        assertThat(message.locator("#around")).containsText("Who is there?");
    }

    @Test
    void onAPhoneTheMenuOpensOverThePage() {
        var page = browser.admin();
        Look.PHONE.at(page);
        page.navigate("/console/");
        var keys = page.locator("#side").getByText("Keys");
        assertThat(keys).isHidden();
        page.getByLabel("Open the menu").click();
        assertThat(keys).isVisible();
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();

        page.getByLabel("Open the menu").click();
        keys.click();

        assertThat(page).hasURL(product.baseUrl() + "/console/keys.xhtml");
    }

    @Test
    void aFilterIsAnAddressThatShowsTheSameToOthers() {
        var person = "14155550144";
        var sent = send(person);
        new Meta(product)
                .control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"Who is there?\"}")
                .ok();
        var page = browser.admin();
        page.navigate("/console/messages.xhtml");
        page.getByLabel("Number or user id").fill(person);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(product.baseUrl() + "/console/messages.xhtml?to=" + person);
        page.locator("select[name=direction]").selectOption("outbound");
        assertThat(page).hasURL(product.baseUrl() + "/console/messages.xhtml?to=" + person + "&direction=outbound");

        var other = browser.admin();
        other.navigate(page.url());

        assertThat(other.getByLabel("Number or user id")).hasValue(person);
        assertThat(other.locator("select[name=direction]")).hasValue("outbound");
        assertThat(other.locator("[data-row]")).hasCount(1);
        assertThat(other.locator("[data-row]")).hasAttribute("data-row", sent);
    }

    @Test
    void aNewKeyWorksAndItsSecretIsShownOnce() {
        var page = browser.admin();
        var secret = Keys.create(page, "Orders " + UUID.randomUUID());
        assertThat(Api.of(product, secret).get("/whatsapp/messages?limit=1").status())
                .isEqualTo(200);
        assertThat(Api.of(product, secret)
                        .post(TEMPLATE, Sending.template(number, "+14155550145"))
                        .status())
                .as("it may only read")
                .isEqualTo(403);

        page.reload();

        assertThat(page.locator("table.keys")).isVisible();
        assertThat(page.content()).doesNotContain(secret);
    }

    @Test
    void aRevokedKeyIsRefused() {
        var page = browser.admin();
        var name = "Shop " + UUID.randomUUID();
        var secret = Keys.create(page, name);
        Keys.revoke(page, name);

        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The key is revoked.");
        assertThat(Keys.row(page, name)).containsText("Revoked");
        assertThat(Api.of(product, secret).get("/whatsapp/messages?limit=1").status())
                .isEqualTo(401);
    }

    /** Returns the id. */
    private String send(String person) {
        return api.post(TEMPLATE, Sending.template(number, "+" + person))
                .ok()
                .get("id")
                .asText();
    }

    /** From now on a hint of the server reaches the page. */
    private static void awaitLive(Page page) {
        assertThat(page.locator("[data-live-sign]")).hasText("live");
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("CHASQUISESSION"))
                .findFirst()
                .orElseThrow();
    }
}
