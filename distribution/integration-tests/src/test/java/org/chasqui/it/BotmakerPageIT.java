package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What seed 002 says of Botmaker's own pages, on ours: credentials, the Documentation tab, the configuration of webhooks. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotmakerPageIT {
    private static final String PAGE = "/console/botmaker.xhtml";

    private final Product product;
    private final Browser browser;
    private final Receiver receiver = new Receiver();
    private BotmakerAccount botmaker;

    BotmakerPageIT(Product product, Browser browser) {
        this.product = product;
        this.browser = browser;
    }

    @BeforeAll
    void connect() {
        botmaker = new BotmakerAccount(product, "Botmaker pages", 450_000, "STANDARD");
    }

    @AfterEach
    void endInOrder() {
        assertThat(browser.closePages()).isEmpty();
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private Page open() {
        var page = browser.admin();
        page.navigate(PAGE);
        return page;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator row(Page page, String table, String text) {
        return page.locator("#" + table + " tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    /** Leaves the page with the four texts open. */
    private static void generate(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Generate credentials")).first().click();
        page.locator("#generate\\:name").fill(name);
        page.locator("#generate\\:do").click();
        assertThat(page.locator("#freshToken")).containsText("cm_");
    }

    @Test
    @Covers({"S2-3", "S2-4", "S2-5"})
    void credentialsAreGeneratedShownOnceRenewedAndRevoked() {
        var page = open();
        page.getByRole(AriaRole.BUTTON, named("Generate credentials")).first().click();
        page.locator("#generate\\:name").fill(" ");
        page.locator("#generate\\:do").click();
        assertThat(page.locator("#generate\\:nameError .field-error")).isVisible();
        page.locator("#generate\\:name").fill("Page CRM");
        page.locator("#generate\\:do").click();
        var token = page.locator("#freshToken").innerText();
        page.locator("#freshToken + .icon-button").click();
        assertThat(page.locator(".toast")).hasText("Copied");
        var renewal = "{\"clientId\":\"%s\",\"secretId\":\"%s\",\"refreshToken\":\"%s\"}"
                .formatted(text(page, "freshClient"), text(page, "freshSecret"), text(page, "freshRefresh"));
        assertThat(botmaker.with(token).get("/v2.0/channels").status()).isEqualTo(200);
        assertThat(row(page, "credentials", "Page CRM")).containsText(text(page, "freshClient"));

        page.navigate(PAGE);
        assertThat(page.locator("#freshToken")).hasCount(0);
        assertThat(page.content()).doesNotContain(token);
        var renewed = botmaker.with("cm_gone").post("/v2.0/auth/credentials", renewal);
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(botmaker.with(token).get("/v2.0/channels").status()).isEqualTo(401);

        page.navigate(PAGE);
        row(page, "credentials", "Page CRM")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Revoke the credentials Page CRM"))
                .click();
        page.locator("#revoke\\:do").click();
        assertThat(page.locator(".notice")).containsText("revoked");
        assertThat(row(page, "credentials", "Page CRM")).hasCount(0);
        var second = renewed.json().get("accessToken").asText();
        assertThat(botmaker.with(second).get("/v2.0/channels").status()).isEqualTo(401);
    }

    private static String text(Page page, String id) {
        return page.locator("#" + id).innerText();
    }

    @Test
    @Covers("S2-13")
    void theAnswerOfAMessageIsSwitched() {
        var page = open();
        generate(page, "Insists");
        var client = botmaker.with(text(page, "freshToken"));
        page.navigate(PAGE);
        var row = row(page, "credentials", "Insists");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change the answer of Insists"))
                .click();
        assertThat(page.locator("#answer\\:status")).hasValue("200");
        page.locator("#answer\\:status").selectOption("202");
        page.locator("#answer\\:do").click();
        assertThat(page.locator(".notice")).containsText("202");
        assertThat(row(page, "credentials", "Insists").locator(".b-answer b")).hasText("202");

        var body = "{\"chat\":{\"channelId\":\"%s\",\"contactId\":\"%s\"},\"messages\":[{\"text\":\"Hi\"}]}"
                .formatted(botmaker.channel(), botmaker.person());
        assertThat(client.post("/v2.0/chats-actions/send-messages", body).status())
                .isEqualTo(202);
    }

    @Test
    @Covers({"S2-7", "S2-8", "S2-10", "S2-16"})
    void everyExampleCanBeTried() {
        var page = open();
        generate(page, "Tries");
        assertThat(page.locator("#tryToken")).hasValue(text(page, "freshToken"));
        trying(page, "CHANNELS", "200");
        assertThat(page.locator("[data-try-answer]")).containsText(botmaker.channel());
        var person = botmaker.person();
        var examples = List.of("TEXT", "BUTTONS", "MEDIA", "LOCATION", "CONTACT", "LIST");
        for (var example : examples) {
            page.locator("#tryExample").selectOption(example);
            var body = page.locator("#body" + example);
            body.fill(body.inputValue()
                    .replaceAll("\"channelId\": \"[^\"]*\"", "\"channelId\": \"" + botmaker.channel() + "\"")
                    .replaceAll("\"contactId\": \"[^\"]*\"", "\"contactId\": \"" + person + "\""));
            trying(page, example, "200");
            assertThat(page.locator("[data-try-answer]")).containsText("webhookNotificationId");
        }
        assertThat(page.locator("[data-try-curl]"))
                .hasAttribute("data-copy", Pattern.compile("send-messages[^$]*" + person));

        assertThat(botmaker.postedTo(person, examples.size()))
                .extracting(message -> message.get("type").asText())
                .containsExactlyInAnyOrder("text", "interactive", "document", "location", "contacts", "interactive");
    }

    private static void trying(Page page, String example, String status) {
        page.locator("#tryExample").selectOption(example);
        page.waitForResponse("**/v2.0/**", () -> page.locator("[data-try-send]").click());
        assertThat(page.locator("[data-try-status]")).hasText(status);
    }

    @Test
    @Covers({"S2-18", "S2-19", "S2-20", "S2-21", "S2-22", "S2-23", "S2-24", "S2-25", "S2-26", "S2-27", "S2-28"})
    void aWebhookIsSetWithItsTokenItsChannelsAndItsSwitches() {
        var page = open();
        page.getByRole(AriaRole.LINK, named("Add a webhook")).click();
        assertThat(page.locator("#hook\\:kind option"))
                .hasText(new String[] {"Message and Status", "WhatsApp Management", "Asynchronous API Results"});
        assertThat(page.locator("#hook\\:token")).hasValue(Pattern.compile("[\\w-]{32}"));
        page.locator("#hook\\:url").fill(receiver.url());
        page.locator("#hook\\:save").click();
        assertThat(page.locator("#hook\\:channelsError")).containsText("one channel at least");

        page.locator("#hook\\:token").fill("page token");
        channel(page).check();
        page.locator("#hook\\:save").click();
        assertThat(page.locator("#hook\\:tokenError .field-error")).isVisible();
        page.locator("#hook\\:token").fill("page-token");
        for (var name : List.of("bot", "agent", "templateStatus", "events", "variables")) {
            page.locator("#hook\\:" + name).check();
        }
        page.locator("#hook\\:save").click();
        assertThat(page.locator(".notice")).containsText("set");
        var row = hook(page);
        assertThat(row.locator(".tag.green")).hasText(new String[] {
            "Bot Messages",
            "User Messages",
            "Agent Messages",
            "Message Status",
            "HSM Status Only",
            "Event Messages",
            "Include change variables"
        });

        var person = botmaker.person();
        var call = Api.await(
                "what a person wrote",
                () -> receiver.calls().stream()
                        .filter(one -> one.event().path("contactId").asText().equals("+" + person))
                        .findFirst());
        assertThat(call.headers().get("Auth-bm-token")).containsExactly("page-token");

        row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Edit the webhook " + receiver.url()))
                .click();
        assertThat(page.locator("#hook\\:token")).hasValue("page-token");
        assertThat(channel(page)).isChecked();
        page.locator("#hook\\:kind").selectOption("RESULTS");
        assertThat(page.locator("#hook\\:bot")).isHidden();
        page.locator("#hook\\:token").fill("");
        page.locator("#hook\\:save").click();
        row = hook(page);
        assertThat(row).containsText("Asynchronous API Results");
        assertThat(row.locator(".tag.green")).hasCount(0);
        assertThat(row).not().containsText("with a token");

        row.locator(".b-name a").click();
        assertThat(page.getByRole(AriaRole.LINK, named("Edit"))).isVisible();
        page.goBack();
        hook(page)
                .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove the webhook " + receiver.url()))
                .click();
        page.locator("#remove\\:do").click();
        assertThat(page.locator(".notice")).containsText("removed");
        assertThat(hook(page)).hasCount(0);
    }

    private Locator hook(Page page) {
        var url = page.getByText(receiver.url(), new Page.GetByTextOptions().setExact(true));
        return page.locator("#hooks tbody tr", new Page.LocatorOptions().setHas(url));
    }

    private Locator channel(Page page) {
        var digits = botmaker.channel().replaceAll(".*-", "");
        // Numbers are written with spaces and signs between them.
        var spaced = String.join("\\D*", digits.split(""));
        return page.locator("#hook\\:channels li", new Page.LocatorOptions().setHasText(Pattern.compile(spaced)))
                .locator("input");
    }

    @Test
    void whoMayOnlyLookSeesNoCredentialsAndSetsNoWebhook() {
        var viewer = Login.asViewer(browser, "Iris Vega", "iris.botmaker@example.com", PAGE);

        assertThat(viewer.locator("h1")).hasText("Botmaker");
        assertThat(viewer.locator("#webhooksTitle")).isVisible();
        assertThat(viewer.locator("#credentialsTitle, #generateDialog, #revokeDialog, #removeDialog"))
                .hasCount(0);
        assertThat(viewer.getByRole(AriaRole.LINK, named("Add a webhook"))).hasCount(0);
        assertThat(viewer.request().get("/console/botmakerWebhook.xhtml").status())
                .isEqualTo(403);
    }

    @Test
    void bothPagesLookRightEverywhere() {
        var faults = new ArrayList<String>();
        var made = botmaker.client()
                .post(
                        "/v2.0/webhooks",
                        ("{\"url\":\"%s\",\"token\":\"t\",\"messagesNotifications\":{\"channelsIds\":[\"%s\"],"
                                        + "\"notifyBotMessages\":true,\"notifyEventMessages\":true}}")
                                .formatted(receiver.url() + "/looks", botmaker.channel()))
                .ok()
                .get("id")
                .asText();
        var page = open();
        generate(page, "Looks");
        trying(page, "CHANNELS", "200");
        page.locator("#tryExample").selectOption("LIST");
        faults.addAll(Views.faults(page, "botmaker"));
        page = open();
        page.getByRole(AriaRole.LINK, named("Add a webhook")).click();
        faults.addAll(Views.faults(page, "botmaker-webhook"));
        assertThat(botmaker.client().delete("/v2.0/webhooks/" + made).status()).isEqualTo(204);

        assertThat(faults).isEmpty();
    }
}
