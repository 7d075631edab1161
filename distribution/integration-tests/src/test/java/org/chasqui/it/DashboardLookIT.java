package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the dashboard, light, dark and on a phone. The pictures are in {@code target/screenshots}. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class DashboardLookIT {
    private static final String PERSON = "14155550150";
    private static final String BLOCKED = "14155550151";
    private static final String LONG_NAME =
            "Orders of the shop, read only, until the new warehouse system sends by itself";

    private static String read;
    private static String failed;
    private static String talk;
    private static String closed;

    /** A page, and what is there as soon as it is complete. */
    enum Place {
        LOGIN("login.xhtml", "#login"),
        OVERVIEW("", ".live:not(.off)"),
        MESSAGES("messages.xhtml", ".live:not(.off)"),
        MESSAGE("message.xhtml?id=", ".live:not(.off)"),
        FAILURE("message.xhtml?id=", ".live:not(.off)"),
        KEYS("keys.xhtml", "table.keys"),
        CREATE_KEY("keys.xhtml", "#createDialog"),
        NEW_KEY("keys.xhtml", "#newSecret"),
        CONFORMANCE("conformance.xhtml", "section:has(#gateway0) table.conformance"),
        PHONE("phone.xhtml", "#logLive:not(.off)"),
        INBOX("inbox.xhtml", ".live:not(.off)"),
        THREAD("inbox.xhtml?c=", "#composer"),
        CLOSED("inbox.xhtml?c=", ".composer-closed"),
        CONTACTS("contacts.xhtml", ".live:not(.off)"),
        CONTACT("contacts.xhtml", "#profile");

        private final String address;
        private final String complete;

        Place(String address, String complete) {
            this.address = address;
            this.complete = complete;
        }

        private void open(Page page) {
            switch (this) {
                case MESSAGE -> page.navigate("/console/" + address + read);
                case FAILURE -> page.navigate("/console/" + address + failed);
                case THREAD -> page.navigate("/console/" + address + talk);
                case CLOSED -> page.navigate("/console/" + address + closed);
                case CONTACT -> {
                    page.navigate("/console/" + address);
                    page.locator("[data-row] .row-link").first().click();
                }
                case CREATE_KEY -> Keys.openDialog(page);
                case NEW_KEY -> Keys.create(page, LONG_NAME);
                default -> page.navigate("/console/" + address);
            }
            assertThat(page.locator(complete)).isVisible();
        }
    }

    /** A message that was read and answered, and one that failed, so that no page is empty. */
    @BeforeAll
    static void fillThePages(Product product) {
        var api = Api.of(product);
        var number = Sending.firstNumber(api);
        var control = new Meta(product).control();
        control.put("/behaviours/" + BLOCKED, "{\"scenario\":\"blocked\"}").ok();
        read = send(api, number, PERSON);
        failed = send(api, number, BLOCKED);
        Sending.awaitStatus(api, read, "read");
        Sending.awaitStatus(api, failed, "failed");
        control.post("/numbers/" + number + "/people/" + PERSON + "/messages", "{\"text\":\"Thank you, Ana\"}")
                .ok();
        api.post("/keys", "{\"name\":\"" + LONG_NAME + "\",\"scopes\":[\"whatsapp:read\"]}")
                .ok();
        talk = talk(product, api, control, number);
        closed = new Inbox(product).conversation(BLOCKED);
    }

    /** A conversation with something of most kinds in it. */
    private static String talk(Product product, Api api, Api control, String number) {
        var person = "/numbers/" + number + "/people/" + PERSON + "/messages";
        control.post(
                person,
                "{\"type\":\"location\",\"location\":{\"latitude\":6.45,\"longitude\":3.39,\"name\":\"Yaba\"}}");
        api.post("/whatsapp/messages/interactive", """
                {"phone_number_id":"%s","to":"+%s","interactive":{"type":"button","body":{"text":"How would you like to have it?"},
                 "footer":{"text":"Ayo & Lua"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"d","title":"Deliver to me"}},{"type":"reply","reply":{"id":"p","title":"I will pick it up"}}]}}}
                """.formatted(number, PERSON));
        api.post("/whatsapp/messages", """
                {"phone_number_id":"%s","to":"+%s","type":"contacts",
                 "contacts":[{"name":{"formatted_name":"Kunle Ade","first_name":"Kunle"},"phones":[{"phone":"+2348035550142"}]}]}
                """.formatted(number, PERSON));
        var sent = api.post(
                        "/whatsapp/messages",
                        Sending.text(
                                number,
                                "+" + PERSON,
                                "We are open until 20:00. Shall I keep six yards for you until Friday?"))
                .ok();
        Sending.awaitStatus(api, sent.get("id").asText(), "read");
        return new Inbox(product).conversation(PERSON);
    }

    private static String send(Api api, String number, String person) {
        return api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok()
                .get("id")
                .asText();
    }

    @ParameterizedTest
    @EnumSource
    void looksRightInEveryLight(Place place, Browser browser) {
        var page = place == Place.LOGIN ? browser.stranger() : browser.admin();
        place.open(page);

        assertThat(Views.faults(page, place.name())).isEmpty();
    }
}
