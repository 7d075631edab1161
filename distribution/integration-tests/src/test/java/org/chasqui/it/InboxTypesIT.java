package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A conversation between the inbox and the sandbox phone in every type, seen in a real browser. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class InboxTypesIT {
    /** What stands in a bubble beside its time: words, a file, rows, or at least a button below it. */
    private static final String EMPTY_BUBBLES = """
            () => [...document.querySelectorAll('.inbox-thread .bubble')]
                .filter(bubble => !bubble.parentElement.querySelector('.bubble-button'))
                .filter(bubble => ![...bubble.children].some(part => !part.matches('.bubble-meta')
                    && (part.textContent.trim() || part.matches('img, video, audio') || part.querySelector('img'))))
                .map(bubble => bubble.parentElement.outerHTML)
            """;

    private final Browser browser;

    private final Inbox inbox;

    InboxTypesIT(Product product, Browser browser) {
        this.browser = browser;
        this.inbox = new Inbox(product);
    }

    @Test
    void whatThePhoneSendsIsInTheThread() {
        var person = "14155550421";
        inbox.writes(person, "Here comes everything");
        var page = inbox.open(browser, person);
        var phone = inbox.phone(browser, person);

        send(phone, "image", "cat.png", "image/png", Inbox.PNG, "My cat");
        assertThat(Inbox.bubble(page, "My cat").locator("img.bubble-picture")).isVisible();
        send(phone, "image", "walk.mp4", "video/mp4", Inbox.MP4, "My walk");
        assertThat(Inbox.bubble(page, "My walk").locator("video.bubble-picture"))
                .isVisible();
        send(phone, "image", "grin.webp", "image/webp", Inbox.WEBP, "");
        assertThat(page.locator("[data-type=sticker] img")).isVisible();
        send(phone, "audio", "hm.ogg", "audio/ogg", Inbox.OGG, "");
        assertThat(page.locator("[data-type=audio] audio")).isVisible();
        send(phone, "document", "bill.pdf", "application/pdf", Inbox.PDF, "The bill");
        var document = page.locator("[data-type=document]");
        assertThat(document).containsText("bill.pdf");
        assertThat(document.getByLabel("Download bill.pdf")).isVisible();
        phone.locator("[data-kind=contacts]").click();
        write(phone, "Tunde Adebayo");
        assertThat(page.locator("[data-type=contacts]")).containsText("Tunde Adebayo");
        phone.locator("[data-kind=location]").click();
        write(phone, "Plaza Mayor");
        assertThat(page.locator("[data-type=location]")).containsText("Plaza Mayor");

        Inbox.answer(page, "Thank you for all of it");
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("Thank you for all of it");
        keep(page, "inbox-from-phone");
    }

    private static void send(Page phone, String kind, String name, String mime, byte[] bytes, String words) {
        phone.locator("[data-kind=" + kind + "]").click();
        phone.locator("#answerFile").setInputFiles(new FilePayload(name, mime, bytes));
        write(phone, words);
        assertThat(phone.locator("#answerFile")).hasValue("");
    }

    private static void write(Page phone, String words) {
        phone.locator("#answerText").fill(words);
        phone.locator("#answerText").press("Enter");
    }

    @Test
    void whatAnAgentAttachesReachesThePhone() {
        var person = "14155550422";
        inbox.writes(person, "What do you have?");
        var page = inbox.open(browser, person);
        var phone = inbox.phone(browser, person);

        Inbox.attach(page, "print.png", "image/png", Inbox.PNG);
        Inbox.answer(page, "The print");
        assertThat(Inbox.bubble(page, "The print").locator("img.bubble-picture"))
                .isVisible();
        Inbox.attach(page, "loom.mp4", "video/mp4", Inbox.MP4);
        Inbox.answer(page, "The loom");
        assertThat(Inbox.bubble(page, "The loom").locator("video")).isVisible();
        Inbox.attach(page, "smile.webp", "image/webp", Inbox.WEBP);
        page.locator("#composer\\:send").click();
        assertThat(page.locator("[data-type=sticker] img")).isVisible();
        // A sound has no caption: the words come after it.
        Inbox.attach(page, "song.ogg", "audio/ogg", Inbox.OGG);
        Inbox.answer(page, "Our song");
        assertThat(page.locator("[data-type=audio] audio")).isVisible();
        assertThat(Inbox.bubble(page, "Our song")).isVisible();
        Inbox.attach(page, "prices.pdf", "application/pdf", Inbox.PDF);
        Inbox.answer(page, "The prices");
        assertThat(page.locator("[data-type=document]")).containsText("prices.pdf");

        for (var words : List.of("The print", "The loom", "Our song", "The prices", "prices.pdf")) {
            assertThat(phone.locator("#chat .bubble.in").filter(new Locator.FilterOptions().setHasText(words)))
                    .isVisible();
        }
        assertThat(phone.locator("#chat img.bubble-sticker")).isVisible();
        assertThat(phone.locator("#chat audio")).hasCount(1);
        keep(page, "inbox-from-agent");
    }

    @Test
    void buttonsAndListsAreAnsweredWithATap() {
        var person = "14155550423";
        inbox.writes(person, "Where is my order?");
        var page = inbox.open(browser, person);
        var phone = inbox.phone(browser, person);

        interactive(
                person,
                "{'type':'button','body':{'text':'How would you like to have it?'},'action':{'buttons':["
                        + "{'type':'reply','reply':{'id':'d','title':'Deliver to me'}},"
                        + "{'type':'reply','reply':{'id':'p','title':'I will pick it up'}}]}}");
        assertThat(Inbox.bubble(page, "How would you like").locator(".bubble-button"))
                .hasText(new String[] {"Deliver to me", "I will pick it up"});
        phone.getByText("I will pick it up").click();
        var tapped = Inbox.bubble(page, "I will pick it up");
        assertThat(tapped.locator(".bubble-quote")).containsText("How would you like to have it?");

        interactive(
                person,
                "{'type':'list','body':{'text':'Which shop?'},'action':{'button':'Choose a shop','sections':[{'title':"
                        + "'Lagos','rows':[{'id':'y','title':'Yaba','description':'14 Herbert Macaulay Way'}]}]}}");
        assertThat(Inbox.bubble(page, "Which shop?").locator(".bubble-list")).containsText("Yaba");
        phone.getByText("Yaba").click();
        assertThat(Inbox.bubble(page, "Yaba").locator(".bubble-footer")).hasText("14 Herbert Macaulay Way");
        keep(page, "inbox-taps");
    }

    private void interactive(String person, String content) {
        inbox.api()
                .post(
                        "/whatsapp/messages/interactive",
                        ("{'phone_number_id':'" + inbox.number() + "','to':'+" + person + "','interactive':" + content
                                        + "}")
                                .replace('\'', '"'))
                .ok();
    }

    @Test
    void whatHappensToMessagesIsShown() {
        var person = "14155550424";
        var typo = inbox.writes(person, "I need six yrads");
        var regret = inbox.writes(person, "Never mind");
        var page = inbox.open(browser, person);
        inbox.does(person, "{\"type\":\"edit\",\"target\":\"" + typo + "\",\"text\":\"I need six yards\"}");
        inbox.does(person, "{\"type\":\"revoke\",\"target\":\"" + regret + "\"}");
        inbox.does(person, "{\"type\":\"order\",\"text\":\"By Friday, please\"}");
        inbox.does(person, "{\"type\":\"flow\",\"response\":{\"size\":\"XL\",\"flow_token\":\"t\"}}");
        inbox.does(person, "{\"type\":\"unsupported\",\"kind\":\"poll\"}");
        inbox.does(person, "{\"type\":\"raw\",\"message\":{\"type\":\"hologram\",\"hologram\":{\"depth\":3}}}");
        inbox.does(person, "{\"type\":\"identity\"}");
        inbox.does(person, "{\"type\":\"echo\",\"text\":\"From the shop floor\"}");
        inbox.does(person, "{\"type\":\"text\",\"text\":\"Saw your ad\",\"referral\":true}");
        inbox.does(person, "{\"type\":\"text\",\"text\":\"Passed on\",\"forwarded\":true}");

        assertThat(Inbox.bubble(page, "Passed on")).containsText("Forwarded");
        assertThat(Inbox.bubble(page, "Saw your ad")).containsText("Spring offer");
        assertThat(Inbox.bubble(page, "I need six yards")).containsText("edited");
        assertThat(Inbox.bubble(page, "Never mind").locator(".is-revoked")).isVisible();
        assertThat(page.locator("[data-type=order]")).containsText("2 × HAMBURGER");
        assertThat(page.locator("[data-type=interactive]")).containsText("size: XL");
        assertThat(page.locator("[data-type=interactive]")).not().containsText("flow_token");
        assertThat(page.locator("[data-type=unsupported]")).containsText("Message type unknown");
        assertThat(page.locator("[data-type=hologram]")).containsText("hologram");
        assertThat(page.locator(".chat-note")).containsText("User identity changed");
        assertThat(Inbox.bubble(page, "From the shop floor")).containsText("From the WhatsApp Business app");
        assertThat((List<?>) page.evaluate(EMPTY_BUBBLES)).isEmpty();
        keep(page, "inbox-happenings");
    }

    @Test
    void noMessageOfOursIsAnEmptyBubble() {
        var person = "14155550425";
        inbox.writes(person, "Show me what you can");
        var page = inbox.open(browser, person);
        var types = EveryTypeIT.types()
                .map(row -> row.get())
                .filter(row -> !row[1].toString().contains("OF_META"))
                .toList();

        for (var row : types) {
            inbox.api()
                    .post(
                            "/whatsapp/messages",
                            ("{'phone_number_id':'" + inbox.number() + "','to':'+" + person + "','type':'" + row[0]
                                            + "','" + row[0] + "':" + row[1] + "}")
                                    .replace('\'', '"'))
                    .ok();
        }

        assertThat(page.locator(".inbox-thread .bubble.out")).hasCount(types.size());
        assertThat((List<?>) page.evaluate(EMPTY_BUBBLES)).isEmpty();
        keep(page, "inbox-every-type");
    }

    /** All of the thread, however long. */
    private static void keep(Page page, String name) {
        var height = (Integer) page.evaluate("document.getElementById('scroll').scrollHeight");
        page.setViewportSize(1440, height + 260);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    }
}
