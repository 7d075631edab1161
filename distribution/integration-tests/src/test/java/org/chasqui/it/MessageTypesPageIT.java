package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of every type on the pages, and what a person decides about one whose outcome is unknown. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class MessageTypesPageIT {
    /** A behaviour of the sandbox: not accepted, and the connection is reset after the request was read. */
    private static final String LOST = "+491597000006";

    private final Browser browser;
    private final Inbox inbox;
    private final Api api;
    private final String number;

    MessageTypesPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.inbox = new Inbox(product);
        this.api = inbox.api();
        this.number = inbox.number();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            14155550590 | document    | {'link':'https://example.com/a.pdf','caption':'Bill','filename':'bill.pdf'} | bill.pdf · Bill | https://example.com/a.pdf
            14155550591 | audio       | {'link':'https://example.com/a.ogg','voice':true} | Voice message | Voice message
            14155550592 | location    | {'latitude':-12.046,'longitude':-77.043,'name':'Lima','address':'Plaza Mayor'} | Lima · Plaza Mayor | -12.046, -77.043
            14155550593 | contacts    | [{'name':{'formatted_name':'Ana Quispe','first_name':'Ana'},'phones':[{'phone':'+51987654321'}]}] | Ana Quispe | +51987654321
            14155550594 | interactive | {'type':'list','body':{'text':'Pick'},'action':{'button':'Times','sections':[{'title':'Day','rows':[{'id':'9','title':'Nine','description':'early'}]}]}} | Pick | Nine
            14155550595 | interactive | {'type':'cta_url','body':{'text':'See'},'action':{'name':'cta_url','parameters':{'display_text':'Open it','url':'https://example.com/shop'}}} | See | Open it
            """)
    void everyTypeIsReadable(String person, String type, String content, String preview, String shown) {
        inbox.hasWritten(person, "Hello");
        var id = api.post(
                        "/whatsapp/messages",
                        ("{'phone_number_id':'" + number + "','to':'+" + person + "','type':'" + type + "','" + type
                                        + "':" + content + "}")
                                .replace('\'', '"'))
                .ok()
                .get("id")
                .asText();
        var page = browser.admin();
        page.navigate("/console/messages.xhtml?to=" + person);
        assertThat(page.locator("[data-row='" + id + "']")).containsText(preview);

        page.navigate("/console/message.xhtml?id=" + id);
        assertThat(page.locator("#content2 .chat")).containsText(shown);
        assertThat(Views.faults(page, "message_" + type + "_" + person)).isEmpty();
    }

    @Test
    void whatIsUncertainIsGivenUpByAPersonWhoHasReadWhatItMeans() {
        var page = uncertain();
        page.getByText("Give up").first().click();
        assertThat(page.locator("#giveUpDialog")).containsText("is not sent again");
        page.locator("#giveUp\\:do").click();

        assertThat(page.locator(".notice")).containsText("given up");
        assertThat(page.locator("#head .pill")).hasText("Failed");
    }

    @Test
    void whatIsUncertainIsSentAgainAndTheCallSaysSo() {
        var page = uncertain();
        page.getByText("Send again").first().click();
        assertThat(page.locator("#resendDialog")).containsText("gets this message twice");
        page.locator("#resend\\:do").click();

        assertThat(page.locator(".notice")).containsText("in the queue again");
        assertThat(page.locator("#attempts")).containsText("sent again");
    }

    private Page uncertain() {
        var id = api.post("/whatsapp/messages/template", Sending.template(number, LOST))
                .ok()
                .get("id")
                .asText();
        Sending.awaitStatus(api, id, "uncertain");
        var page = browser.admin();
        page.navigate("/console/message.xhtml?id=" + id);
        return page;
    }
}
