package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A conversation back and forth with the sandbox phone, in a real browser. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class PhonePageIT {
    private final Browser browser;
    private final Inbox inbox;
    private final Api api;
    private final String number;

    PhonePageIT(Product product, Browser browser) {
        this.browser = browser;
        this.inbox = new Inbox(product);
        this.api = inbox.api();
        this.number = inbox.number();
    }

    @Test
    void aPersonSendsAPictureAndIsAnsweredWithButtons() {
        var person = "14155550390";
        inbox.hasWritten(person, "Hello");
        var phone = open(person);

        phone.locator("[data-kind=image]").click();
        phone.locator("#answerFile").setInputFiles(new FilePayload("cat.png", "image/png", Inbox.PNG));
        phone.locator("#answerText").fill("My cat");
        phone.keyboard().press("Enter");

        assertThat(phone.locator("#chat .bubble.out img.bubble-picture")).isVisible();
        assertThat(phone.locator("#chat .bubble.out").last()).containsText("My cat");
        var image = inbox.awaitInbound(person, "image");
        Api.await("the picture", () -> {
            var media = api.get("/whatsapp/media/" + image).ok();
            return media.get("state").asText().equals("stored") ? Optional.of(media) : Optional.empty();
        });

        api.post("/whatsapp/messages/interactive", """
                {"phone_number_id":"%s","to":"+%s","interactive":{"type":"button","body":{"text":"Is it yours?"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"yes","title":"Yes, mine"}}]}}}
                """.formatted(number, person))
                .ok();
        phone.getByText("Yes, mine").click();

        assertThat(phone.locator("#chat .bubble.out").last()).containsText("Yes, mine");
        inbox.awaitInbound(person, "interactive");
        phone.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/phone-picture.png"))
                .setFullPage(true));
    }

    @Test
    void aPersonAnswersReactsAndTellsThePlace() {
        var person = "14155550391";
        inbox.hasWritten(person, "Hello");
        api.post("/whatsapp/messages", Sending.text(number, "+" + person, "Where are you?"))
                .ok();
        var phone = open(person);
        var question =
                phone.locator("#chat .bubble-row").filter(new Locator.FilterOptions().setHasText("Where are you?"));
        question.hover();

        question.getByLabel("React with 👍").click();
        assertThat(question.locator(".bubble-reaction")).hasText("👍");

        question.hover();
        question.getByLabel("Answer this message").click();
        assertThat(phone.locator("#replyTo")).containsText("Where are you?");
        phone.locator("[data-kind=location]").click();
        phone.locator("#answerText").fill("Plaza Mayor");
        phone.keyboard().press("Enter");

        var place = phone.locator("#chat .bubble.out").last();
        assertThat(place).containsText("Plaza Mayor");
        assertThat(place.locator(".bubble-quote")).containsText("Where are you?");
        assertThat(phone.locator("#replyTo")).isHidden();
        inbox.awaitInbound(person, "reaction");
        inbox.awaitInbound(person, "location");
    }

    @Test
    void whatTheBusinessSendsIsShownAsItIs() {
        var person = "14155550392";
        inbox.hasWritten(person, "Hello");
        api.post("/whatsapp/messages", """
                {"phone_number_id":"%s","to":"+%s","type":"location",
                 "location":{"latitude":-12.046,"longitude":-77.043,"name":"Lima"}}
                """.formatted(number, person)).ok();
        api.post("/whatsapp/messages/interactive", """
                {"phone_number_id":"%s","to":"+%s","interactive":{"type":"list","body":{"text":"Choose"},
                 "action":{"button":"Menu","sections":[{"title":"Drinks","rows":[{"id":"t","title":"Tea"}]}]}}}
                """.formatted(number, person))
                .ok();
        var phone = open(person);

        assertThat(phone.locator("#chat")).containsText("-12.046, -77.043");
        phone.locator("#chat .bubble-button")
                .filter(new Locator.FilterOptions().setHasText("Tea"))
                .click();

        assertThat(phone.locator("#chat .bubble.out").last()).containsText("Tea");
        inbox.awaitInbound(person, "interactive");
    }

    @Test
    void theCardsOfACarouselStandSideBySide() {
        var person = "14155550393";
        inbox.hasWritten(person, "Hello");
        api.post("/whatsapp/messages/interactive", """
                {"phone_number_id":"%s","to":"+%s","interactive":{"type":"carousel","body":{"text":"From the loom"},
                 "action":{"cards":[%s,%s,%s]}}}
                """.formatted(
                                number, person, card(0, "A hat"), card(1, "A shawl"), card(2, "A poncho")))
                .ok();
        var phone = open(person);

        var cards = phone.locator("#chat .bubble-card");
        assertThat(cards).hasCount(3);
        assertThat(cards.nth(1)).containsText("A shawl");
        assertThat(cards.nth(1).locator(".bubble-button")).hasText("Look");
        var row = phone.locator("#chat .bubble-cards");
        assertThat(row.evaluate("row => new Set([...row.children].map(card => card.getBoundingClientRect().top)).size"))
                .isEqualTo(1);
        cards.nth(2).scrollIntoViewIfNeeded();
        phone.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/phone-carousel.png"))
                .setFullPage(true));

        // Whoever looks at the third card still does so when the next message comes.
        row.evaluate("row => { row.scrollLeft = row.scrollWidth; row.dataset.seen = row.scrollLeft; }");
        api.post("/whatsapp/messages", Sending.text(number, "+" + person, "Which one?"))
                .ok();
        assertThat(phone.locator("#chat")).containsText("Which one?");
        assertThat(row.evaluate("row => row.scrollLeft > 0 && String(row.scrollLeft) === row.dataset.seen"))
                .isEqualTo(true);
    }

    private static String card(int index, String text) {
        return """
                {"card_index":%s,"type":"cta_url","header":{"type":"image","image":{"link":"https://example.com/a.jpg"}},
                 "body":{"text":"%s"},"action":{"name":"cta_url","parameters":{"display_text":"Look",
                 "url":"https://example.com"}}}""".formatted(index, text);
    }

    @Test
    void aPersonMayHideTheNumber() {
        var phone = browser.phone(number);
        phone.locator("[data-open-dialog=personDialog]").click();
        phone.locator("#newName").fill("Nkechi Udo");
        phone.locator("#newHidden").check();
        phone.locator("#personDialog button.solid").click();
        assertThat(phone.locator("#answerName")).hasText("Nkechi Udo");

        phone.locator("#answerText").fill("Guess who");
        phone.keyboard().press("Enter");

        // Until it is drawn, the chat of another person may stand there.
        assertThat(phone.locator("#chat .bubble.out").last()).containsText("Guess who");
        var userId = phone.locator("#person").inputValue();
        assertThat(userId).startsWith("US.");
        inbox.awaitInbound(userId, "text");
    }

    @Test
    void theNumbersOfTheWorkspaceComeFirst() {
        var phone = browser.admin();
        phone.navigate("/console/phone.xhtml");
        var ours = phone.locator("#number optgroup").first();

        assertThat(ours).hasAttribute("label", "Connected here");
        assertThat(ours.locator("option").first()).hasAttribute("value", number);
        assertThat(phone.locator("#number")).hasValue(number);
    }

    private Page open(String person) {
        var phone = inbox.phone(browser, person);
        assertThat(phone.locator("#chat .bubble.out").first()).containsText("Hello");
        return phone;
    }
}
