package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent does in the inbox and with contacts, and what the person on the sandbox phone sees of it. */
@ExtendWith(SharedProduct.class)
class InboxIT {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                    + "rkJggg==");

    private static Browser browser;

    private final Api api;
    private final Meta meta;
    private final String number;

    InboxIT(Product product) {
        this.api = Api.of(product);
        this.meta = new Meta(product);
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
    void aConversationGoesBackAndForth() {
        var person = "14155550401";
        writes(person, "Do you have print 212?");
        var inbox = open(person);
        var phone = browser.admin();
        phone.navigate("/console/phone.xhtml");
        phone.locator("#person").selectOption(person);
        assertThat(inbox.locator(".bubble.in")).containsText("Do you have print 212?");

        answer(inbox, "Yes, in blue and ochre");
        var ours = bubble(inbox, "Yes, in blue and ochre");
        assertThat(ours.locator(".tick.blue")).isVisible();
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("Yes, in blue and ochre");
        assertThat(inbox.locator("#composer\\:text")).hasValue("");

        var onPhone = phone.locator("#chat .bubble-row")
                .filter(new Locator.FilterOptions().setHasText("Yes, in blue and ochre"));
        onPhone.hover();
        onPhone.getByLabel("React with 👍").click();
        assertThat(ours.locator(".bubble-reactions")).hasText("👍");

        onPhone.hover();
        onPhone.getByLabel("Answer this message").click();
        phone.locator("[data-kind=image]").click();
        phone.locator("#answerFile").setInputFiles(new FilePayload("print.png", "image/png", PNG));
        phone.locator("#answerText").fill("This one, 6 yards");
        phone.keyboard().press("Enter");
        var theirs = bubble(inbox, "This one, 6 yards");
        assertThat(theirs.locator("img.bubble-picture")).isVisible();
        assertThat(theirs.locator(".bubble-quote")).containsText("Yes, in blue and ochre");

        theirs.hover();
        theirs.getByLabel("Answer this message").click();
        inbox.locator("#attach").setInputFiles(new FilePayload("yard.png", "image/png", PNG));
        assertThat(inbox.locator(".composer-picture")).isVisible();
        answer(inbox, "Like this?");
        var picture = bubble(inbox, "Like this?");
        assertThat(picture.locator("img.bubble-picture")).isVisible();
        assertThat(picture.locator(".bubble-quote")).containsText("This one, 6 yards");
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("Like this?");

        theirs.hover();
        theirs.getByLabel("React with ❤️").click();
        assertThat(theirs.locator(".bubble-reactions")).hasText("❤️");
        inbox.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/inbox-conversation.png")));
    }

    @Test
    void openingMarksAsRead() {
        var person = "14155550402";
        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml");
        assertThat(inbox.locator("[data-live-sign]")).hasText("live");
        writes(person, "Anybody there?");
        var row = inbox.locator(".inbox-row").filter(new Locator.FilterOptions().setHasText("Anybody there?"));
        assertThat(row.locator(".unread")).hasText("1");

        row.click();

        assertThat(inbox.locator(".bubble.in")).containsText("Anybody there?");
        assertThat(row.locator(".unread")).hasCount(0);
    }

    @Test
    void aClosedWindowOffersTemplates() {
        var person = "14155550403";
        api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok();
        var inbox = open(person);
        assertThat(inbox.locator("#composer")).isHidden();
        assertThat(inbox.locator(".composer-closed")).containsText("The 24-hour window is closed");

        inbox.locator(".template-card")
                .filter(new Locator.FilterOptions().setHasText("hello_chasqui"))
                .first()
                .click();
        assertThat(inbox.locator("#template\\:which")).hasValue(Pattern.compile("hello_chasqui .*"));
        inbox.locator("#templateDialog input[type=text]").first().fill("Chidinma");
        inbox.keyboard().press("Tab");
        assertThat(inbox.locator("#template\\:preview")).containsText("Chidinma");
        inbox.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/inbox-template.png")));
        inbox.locator("#template\\:send").click();

        assertThat(inbox.locator("#templateDialog")).isHidden();
        assertThat(bubble(inbox, "Chidinma")).isVisible();

        writes(person, "Hello!");
        assertThat(inbox.locator("#composer")).isVisible();
    }

    @Test
    void onAPhoneTheListLeadsToTheThreadAndBack() {
        var person = "14155550404";
        writes(person, "From the road");
        var inbox = browser.admin();
        Look.PHONE.at(inbox);
        inbox.navigate("/console/inbox.xhtml");
        inbox.locator(".inbox-row")
                .filter(new Locator.FilterOptions().setHasText("From the road"))
                .click();
        assertThat(inbox.locator(".inbox-list")).isHidden();
        assertThat(inbox.locator(".bubble.in")).containsText("From the road");

        inbox.getByLabel("Back to the list").click();

        assertThat(inbox.locator(".inbox-list")).isVisible();
    }

    @Test
    void contactsAreImportedWithTheirErrorsAndEdited() {
        var page = browser.admin();
        page.navigate("/console/contacts.xhtml");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import"))
                .click();
        var csv = "phone,name,tags,city\n+14155550411,Ngozi Eze,inboxit,Lagos\nnonsense,Nobody,,\n";
        page.locator("#import\\:file").setInputFiles(new FilePayload("people.csv", "text/csv", csv.getBytes()));
        page.locator("#import\\:do").click();
        assertThat(page.locator("#report")).containsText("New contacts");
        assertThat(page.locator("#report tbody tr")).containsText("phone");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/contacts-import.png")));

        page.navigate("/console/contacts.xhtml?tag=inboxit");
        assertThat(page.locator("[data-row]")).hasCount(1);
        page.locator("[data-row] .row-link").click();
        assertThat(page.locator("#profile\\:attributes")).hasValue("city = Lagos");
        page.locator("#profile\\:tags").fill("inboxit, vip");
        page.locator("#profile\\:save").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved.");
        assertThat(page.locator("#profile\\:tags")).hasValue("inboxit, vip");

        page.locator("#said\\:outMarketing").click();
        assertThat(page.locator("h1")).containsText("Opted out");
        page.locator("#said\\:in").click();
        assertThat(page.locator("h1")).containsText("Opted in");
    }

    private void writes(String person, String text) {
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"" + text + "\"}")
                .ok();
    }

    private Page open(String person) {
        var id = Api.await(
                "the conversation with " + person,
                () -> StreamSupport.stream(
                                api.get("/whatsapp/conversations?limit=100")
                                        .ok()
                                        .spliterator(),
                                false)
                        .filter(one -> one.get("with").asText().equals("+" + person))
                        .map(one -> one.get("id").asText())
                        .findFirst());
        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml?c=" + id);
        assertThat(inbox.locator("[data-live-sign]")).hasText("live");
        return inbox;
    }

    private static void answer(Page inbox, String text) {
        inbox.locator("#composer\\:text").fill(text);
        inbox.locator("#composer\\:text").press("Enter");
    }

    private static Locator bubble(Page inbox, String text) {
        return inbox.locator(".bubble-row")
                .filter(new Locator.FilterOptions()
                        .setHas(inbox.locator(".bubble-text").filter(new Locator.FilterOptions().setHasText(text))));
    }
}
