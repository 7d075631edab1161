package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dashboard has for clients of other APIs: their keys, a call that works in each, and what is shown by tests. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectPagesIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CALL = Pattern.compile("curl (\\S+) \\\\\n(.*)  -d '(.*)'$", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("-H \"([^:]+): ([^\"]+)\"");

    /** Who gets the messages of the calls on the page. */
    private static final String ON_THE_PAGE = "5511955500167";

    private static final String PERSON = "14155559150";

    private final Api api;
    private final Meta meta;
    private final Browser browser;
    private String number;

    DialectPagesIT(Product product, Browser browser) {
        this.api = Api.of(product);
        this.meta = new Meta(product);
        this.browser = browser;
    }

    @BeforeAll
    void connectANumberThatSomebodyHasWrittenTo() {
        var account = meta.newAccount("Dialects", "STANDARD");
        number = account.at("/numbers/0/id").asText();
        meta.connect(api, account.get("id").asText());
        api.post("/whatsapp/templates/sync", null).ok();
        meta.control()
                .post("/numbers/" + number + "/people/" + PERSON + "/messages", "{\"text\":\"Good morning\"}")
                .ok();
        awaitMessage("inbound");
    }

    private void awaitMessage(String direction) {
        Api.await(
                direction + " message",
                () -> StreamSupport.stream(messages(direction).spliterator(), false)
                        .findFirst());
    }

    private Iterable<JsonNode> messages(String direction) {
        return api.get("/whatsapp/messages?limit=100&direction=" + direction + "&to=" + PERSON)
                .ok();
    }

    @ParameterizedTest
    @CsvSource({
        "chasqui, , Chasqui",
        "dialog360, dialog360, 360dialog",
        "cbot, cbot, CBOT",
        "botmaker, botmaker, Botmaker",
        "waabot, waabot, Waabot",
        "graph, , Chasqui"
    })
    void theCallOnTheNumbersPageWorksAsItIs(String dialect, String kind, String shownKind) throws Exception {
        var page = browser.admin();
        page.navigate("/console/number.xhtml?id=" + number);
        if (!dialect.equals("chasqui")) {
            page.locator("[data-dialect=" + dialect + "] summary").click();
        }
        var curl = page.locator(dialect.equals("chasqui") ? "#curl" : "#curl-" + dialect)
                .innerText();

        var key = api.post(
                        "/keys",
                        "{\"name\":\"Calls %s\",\"scopes\":[\"*\"],\"phone_number_id\":\"%s\"%s}"
                                .formatted(dialect, number, kind == null ? "" : ",\"kind\":\"" + kind + "\""))
                .ok()
                .get("key")
                .asText();
        int before = count();
        var answer = run(curl, key);

        assertThat(answer.statusCode()).as(curl + "\n" + answer.body()).isBetween(200, 202);
        Api.await("the message of " + dialect, () -> Optional.of(count()).filter(now -> now > before));
        page.navigate("/console/keys.xhtml");
        assertThat(Keys.row(page, "Calls " + dialect)).isVisible();
        assertThat(Keys.row(page, "Calls " + dialect).locator(".key-badge"))
                .hasAttribute("title", Pattern.compile(shownKind + ".*"));
    }

    private int count() {
        int count = 0;
        for (var message : messages("outbound")) {
            count += message.has("id") ? 1 : 0;
        }
        return count;
    }

    /** Does what a shell would do with the line. */
    private static HttpResponse<String> run(String curl, String key) throws Exception {
        var call = CALL.matcher(curl.strip());
        assertThat(call.find()).as(curl).isTrue();
        var request = HttpRequest.newBuilder(URI.create(call.group(1)))
                .POST(HttpRequest.BodyPublishers.ofString(call.group(3).replace(ON_THE_PAGE, PERSON)));
        HEADER.matcher(call.group(2))
                .results()
                .forEach(header ->
                        request.header(header.group(1), header.group(2).replace("$CHASQUI_KEY", key)));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aKeyOfAnyKindIsMadeAndShownWithItsCall() {
        var page = browser.admin();
        var dialog = Keys.openDialog(page);
        dialog.getByLabel("Name").fill("For CBOT");
        page.locator("[id='createKey:kind']").selectOption("CBOT");
        page.locator("[id='createKey:create']").click();
        assertThat(page.locator("[id='createKey:numberError']")).containsText("Choose the number");

        page.locator("[id='createKey:number']").selectOption(ourNumber());
        page.locator("[id='createKey:create']").click();

        var secret = page.locator("#newSecret").innerText();
        assertThat(page.locator("#newCurl")).containsText("D360-API-KEY: " + secret);
        assertThat(page.locator(".new-key-foot")).containsText("CBOT");
        assertThat(Keys.row(page, "For CBOT").locator(".k-kind")).hasText("CBOT");
        assertThat(Views.faults(page, "KEY_OF_A_DIALECT")).isEmpty();
    }

    /** Our id of the number, as the dialog has it. */
    private String ourNumber() {
        return StreamSupport.stream(
                        api.get("/whatsapp/phone_numbers?limit=100").ok().spliterator(), false)
                .filter(one -> one.get("phone_number_id").asText().equals(number))
                .map(one -> one.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCallCanBeReadInEveryLight() {
        var page = browser.admin();
        page.navigate("/console/number.xhtml?id=" + number);
        for (var dialect : List.of("dialog360", "cbot", "botmaker", "waabot", "graph")) {
            page.locator("[data-dialect=" + dialect + "] summary").click();
            assertThat(page.locator("#curl-" + dialect)).isVisible();
        }

        assertThat(Views.faults(page, "NUMBER_CALLS")).isEmpty();
    }

    @Test
    void thePageOfPromisesNamesTheTestsAndSaysWhenTheyRan() {
        var page = browser.admin();
        page.navigate("/console/conformance.xhtml");

        assertThat(page.locator("main section.card")).hasCount(5);
        var sending = page.locator("tr", new Page.LocatorOptions().setHasText("/v1/messages/"))
                .first();
        sending.locator("summary").click();
        assertThat(sending.locator(".c-tests li").first()).containsText("IT.");
        // Either when, or that nobody knows: this server may have been built before its tests ever ran.
        assertThat(page.locator("#testedText")).containsText(Pattern.compile("tested, the last|When is not known"));
        assertThat(sending.locator(".c-tested")).not().isEmpty();
        assertThat(Views.faults(page, "CONFORMANCE_OPEN")).isEmpty();
    }

    @Test
    void anEndpointIsToldInMetasWords() {
        var page = browser.admin();
        page.navigate("/console/webhooks.xhtml");
        page.locator("[data-open-dialog=hookDialog]").first().click();
        page.locator("[id='hook:url']").fill("inspector");
        page.locator("[id='hook:description']").fill("Handler of an SDK");
        page.locator("[id='hook:format']").selectOption("meta");
        page.locator("#hookDialog details summary").click();
        page.locator("[id='hook:verifyToken']").fill("nobody answers");
        page.locator("[id='hook:save']").click();
        assertThat(page.locator("[id='hook:urlError']")).containsText("inspector");
        page.locator("[id='hook:verifyToken']").fill("");
        page.locator("[id='hook:save']").click();

        assertThat(page.locator(".hook-format")).hasText("Meta’s words");
        assertThat(page.locator(".verify-metas")).containsText("X-Hub-Signature-256");
        page.locator("[id='deeds:test']").click();
        assertThat(page.locator("#arrivals b").first()).hasText("messages");
        assertThat(page.locator(".unfolded .call pre").first()).containsText("X-Hub-Signature-256");
        assertThat(Views.faults(page, "WEBHOOK_OF_META")).isEmpty();

        page.navigate("/console/webhooks.xhtml");
        var row = page.locator("#rows tr", new Page.LocatorOptions().setHasText("Handler of an SDK"));
        assertThat(row.locator(".h-format")).hasText("Meta’s words");
        var id = row.getAttribute("data-row");
        assertThat(browser.closePages()).isEmpty();
        api.delete("/whatsapp/webhooks/" + id);
    }
}
