package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent does in the inbox and with contacts, and what the person on the sandbox phone sees of it. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class InboxIT {
    private final Browser browser;

    private final Inbox people;

    InboxIT(Product product, Browser browser) {
        this.browser = browser;
        this.people = new Inbox(product);
    }

    @Test
    void aConversationGoesBackAndForth() {
        var person = "14155550401";
        people.writes(person, "Do you have print 212?");
        var inbox = people.open(browser, person);
        var phone = people.phone(browser, person);
        assertThat(inbox.locator(".bubble.in")).containsText("Do you have print 212?");

        inbox.locator("#composer\\:text").fill("Yes, in");
        assertThat(phone.locator("#businessState")).hasText("typing…");
        Inbox.answer(inbox, "Yes, in blue and ochre");
        var ours = Inbox.bubble(inbox, "Yes, in blue and ochre");
        assertThat(ours.locator(".tick.blue")).isVisible();
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("Yes, in blue and ochre");

        var onPhone = phone.locator("#chat .bubble-row")
                .filter(new Locator.FilterOptions().setHasText("Yes, in blue and ochre"));
        onPhone.hover();
        onPhone.getByLabel("React with 👍").click();
        assertThat(ours.locator(".bubble-reactions")).hasText("👍");

        onPhone.hover();
        onPhone.getByLabel("Answer this message").click();
        phone.locator("[data-kind=image]").click();
        phone.locator("#answerFile").setInputFiles(new FilePayload("print.png", "image/png", Inbox.PNG));
        phone.locator("#answerText").fill("This one, 6 yards");
        phone.keyboard().press("Enter");
        var theirs = Inbox.bubble(inbox, "This one, 6 yards");
        assertThat(theirs.locator("img.bubble-picture")).isVisible();
        assertThat(theirs.locator(".bubble-quote")).containsText("Yes, in blue and ochre");

        theirs.hover();
        theirs.getByLabel("Answer this message").click();
        Inbox.attach(inbox, "yard.png", "image/png", Inbox.PNG);
        assertThat(inbox.locator(".composer-picture")).isVisible();
        Inbox.answer(inbox, "Like this?");
        var picture = Inbox.bubble(inbox, "Like this?");
        assertThat(picture.locator("img.bubble-picture")).isVisible();
        assertThat(picture.locator(".bubble-quote")).containsText("This one, 6 yards");
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("Like this?");

        theirs.hover();
        theirs.getByLabel("React with ❤️").click();
        assertThat(theirs.locator(".bubble-reactions")).hasText("❤️");
        theirs.hover();
        theirs.getByLabel("React with ❤️").click();
        assertThat(theirs.locator(".bubble-reactions")).hasCount(0);
        inbox.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/inbox-conversation.png")));
    }

    @Test
    void openingMarksAsRead() {
        var person = "14155550402";
        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml");
        assertThat(inbox.locator("[data-live-sign]")).hasText("live");
        people.writes(person, "Is loom seven free?");
        var row = inbox.locator(".inbox-row").filter(new Locator.FilterOptions().setHasText("Is loom seven free?"));
        assertThat(row.locator(".unread")).hasText("1");
        inbox.getByText("Unread", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(inbox.locator("[aria-current=page]").filter(new Locator.FilterOptions().setHasText("Unread")))
                .isVisible();

        row.click();

        assertThat(inbox.locator(".bubble.in")).containsText("Is loom seven free?");
        // Nothing is unread in it any more, so it leaves this list; the others keep it.
        assertThat(row).hasCount(0);
        inbox.getByText("All", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(row).isVisible();
        assertThat(row.locator(".unread")).hasCount(0);
    }

    @Test
    void aClosedWindowOffersTemplates() {
        var person = "14155550403";
        people.api()
                .post("/whatsapp/messages/template", Sending.template(people.number(), "+" + person))
                .ok();
        var inbox = people.open(browser, person);
        assertThat(inbox.locator("#composer")).isHidden();
        assertThat(inbox.locator(".composer-closed")).containsText("has not written to this number yet");

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
        assertThat(Inbox.bubble(inbox, "Chidinma")).isVisible();

        people.writes(person, "Hello!");
        assertThat(inbox.locator("#composer")).isVisible();
    }

    @Test
    void onAPhoneTheListLeadsToTheThreadAndBack() {
        var person = "14155550404";
        people.writes(person, "From the road");
        var inbox = browser.admin();
        Look.PHONE.at(inbox);
        people.conversation(person);
        inbox.navigate("/console/inbox.xhtml");
        inbox.locator(".inbox-list input[name=q]").fill("+1 415 5550404");
        inbox.locator(".inbox-list input[name=q]").press("Enter");
        assertThat(inbox.locator(".inbox-row")).hasCount(1);
        inbox.locator(".inbox-row").click();
        assertThat(inbox.locator(".inbox-list")).isHidden();
        assertThat(inbox.locator(".bubble.in")).containsText("From the road");
        inbox.locator(".bubble.in").click();
        assertThat(inbox.locator(".is-tapped .bubble-deeds")).isVisible();

        inbox.getByLabel("Back to the list").click();

        assertThat(inbox.locator(".inbox-list")).isVisible();
    }

    @Test
    void whoHidesTheNumberIsAnsweredAllTheSame() {
        var person = "US.13491208655302740405";
        people.writes(person, "Guess who");
        var inbox = people.open(browser, person);
        assertThat(inbox.locator(".inbox-person")).containsText("@");
        assertThat(inbox.locator(".inbox-person .person-facts")).containsText(person);

        Inbox.answer(inbox, "I have no idea");

        assertThat(Inbox.bubble(inbox, "I have no idea").locator(".tick.blue")).isVisible();
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
}
