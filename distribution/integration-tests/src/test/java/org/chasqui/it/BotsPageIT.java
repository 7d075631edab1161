package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bots in a real browser: made, changed and tried on their pages, and talking on the sandbox phone. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class BotsPageIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static JsonNode account;

    private final Browser browser;
    private final Api api;
    private final Meta meta;
    private String number;

    BotsPageIT(Product product, Browser browser) {
        this.browser = browser;
        api = Api.of(product);
        meta = new Meta(product);
    }

    /** Numbers of our own: a bot on those of others would answer their people. */
    @BeforeEach
    void connect() {
        if (account == null) {
            account = meta.newAccount("Loom and Dye", "STANDARD", "STANDARD");
            meta.connect(api, account.get("id").asText());
        }
        number = account.at("/numbers/0/id").asText();
    }

    @Test
    void aBotIsMadeOutOfARecipeAndItsRulesArePutInOrder() {
        var page = browser.admin();
        page.navigate("/console/bots.xhtml");
        page.locator("[data-open-dialog=newDialog]").first().click();
        page.locator("#make\\:name").fill("Front desk");
        page.getByText("Keyword answers").click();
        page.locator("#make\\:do").click();

        assertThat(page.locator("h1")).containsText("Front desk");
        assertThat(page.locator("h1 .pill")).hasText("On no number");
        assertThat(names(page)).hasText(new String[] {"Talk to a person", "Opening hours", "Prices", "Address"});

        var grip = page.locator("tr[data-name='Address'] [data-grip]");
        grip.focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#orderSaid")).hasText("Address is now 2 of 4");
        awaitOrder(page, "Talk to a person", "Address", "Opening hours", "Prices");
        drag(page, "Prices", "Talk to a person");
        awaitOrder(page, "Prices", "Talk to a person", "Address", "Opening hours");
        page.reload();
        assertThat(names(page)).hasText(new String[] {"Prices", "Talk to a person", "Address", "Opening hours"});

        writeARule(page);
        assertThat(names(page).last()).hasText("Wholesale");
        ask(page, "Tell me about WHOLESALE");
        assertThat(page.locator("#answer .bubble.in").first()).containsText("Of course");
        assertThat(page.locator("#answer .bubble-button")).hasText(new String[] {"Catalogue", "Call me"});
        assertThat(page.locator("#answer .chat-note")).containsText("lead");
        assertThat(page.locator("li.took")).containsText("5 Wholesale");
        assertThat(page.locator("li.took")).containsText("wholesale");
        assertThat(page.locator("li.no").first()).containsText("1 Prices");

        page.locator("tr[data-name='Wholesale'] [data-rule-switch]").click();
        assertThat(page.locator("tr[data-name='Wholesale'].r-off")).isVisible();
        ask(page, "wholesale please");
        assertThat(page.locator("li.took")).hasCount(0);
        assertThat(page.locator("#answer .bubble.in")).containsText("I have no answer to that");
    }

    /** Two keywords, a text that varies, buttons, and a tag. */
    private static void writeARule(Page page) {
        page.getByText("Add rule").click();
        page.locator("[id='editor:title']").fill("Wholesale");
        page.locator("#newWord").fill("wholesale, in bulk");
        page.locator("#newWord").press("Enter");
        assertThat(page.locator(".chip-word > span")).hasText(new String[] {"wholesale", "in bulk"});
        page.getByLabel("Remove in bulk").click();
        assertThat(page.locator(".chip-word > span")).hasText("wholesale");
        page.locator("[data-action='0'] textarea").fill("{Of course|Of course, gladly}, [name].");
        assertThat(page.locator("[id='editor:preview'] .bubble.in").first()).containsText("Ana");
        assertThat(page.locator("[id='editor:preview'] .variants-head")).containsText("2 variants");
        addAction(page, 1, "BUTTONS");
        page.locator("[data-action='1'] textarea").fill("What may it be?");
        page.getByLabel("First button").fill("Catalogue");
        page.getByLabel("Second button").fill("Call me");
        assertThat(page.locator("[id='editor:preview'] .bubble-button")).hasText(new String[] {"Catalogue", "Call me"});
        addAction(page, 2, "TAG");
        page.getByLabel("Tags to give").fill("lead");
        assertThat(page.locator("[id='editor:preview'] .chat-note")).containsText("lead");
        page.locator("[id='editor:save']").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The rule is saved");
    }

    private static void addAction(Page page, int index, String kind) {
        page.locator("[id='editor:add']").click();
        var action = page.locator("[data-action='" + index + "']");
        assertThat(action).isVisible();
        action.locator("select").first().selectOption(kind);
        assertThat(page.locator("[id='editor:fields'][inert]")).hasCount(0);
    }

    private static Locator names(Page page) {
        return page.locator("table.rules .r-name > a");
    }

    /** On the page, and kept. */
    private void awaitOrder(Page page, String... order) {
        assertThat(names(page)).hasText(order);
        var bot = page.url().replaceAll(".*id=", "");
        Api.await(
                "the order of the rules",
                () -> Optional.of(api.get("/whatsapp/bots/" + bot + "/rules").ok())
                        .filter(rules -> rules.findValuesAsText("title").equals(List.of(order))));
    }

    private static void drag(Page page, String rule, String to) {
        // The answer to the wish before draws the table anew, and ends a drag that has begun.
        Api.await(
                "that nothing is under way",
                () -> Optional.of(page.evaluate("PrimeFaces.ajax.Queue.isEmpty()"))
                        .filter(Boolean.TRUE::equals));
        var from = page.locator("tr[data-name='" + rule + "'] [data-grip]").boundingBox();
        var target = page.locator("tr[data-name='" + to + "']").boundingBox();
        page.mouse().move(from.x + 5, from.y + 5);
        page.mouse().down();
        page.mouse().move(from.x + 5, target.y + target.height, new Mouse.MoveOptions().setSteps(12));
        page.mouse().move(from.x + 5, target.y + 3, new Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
    }

    private static void ask(Page page, String text) {
        page.locator("#ask\\:text").fill(text);
        page.locator("#ask\\:do").click();
        assertThat(page.locator("#answer .bubble.out")).hasText(text);
        // It can be asked again: PrimeFaces shows for half a second at least that it works.
        assertThat(page.locator("#ask\\:do")).isEnabled();
        assertThat(page.locator("#ask\\:do .ui-icon-loading")).hasCount(0);
    }

    @Test
    void hoursAreSetOnTheGridAndSayWhenItIsAway() {
        var bot = create(bot("Night shift").put("away_message", "We sleep."));
        var page = browser.admin();
        page.navigate("/console/bot.xhtml?id=" + bot);
        assertThat(page.locator("#hoursTitle")).isVisible();

        var monday = page.locator("[data-day=MONDAY] .day-hours > i");
        var from = monday.nth(9).boundingBox();
        var to = monday.nth(16).boundingBox();
        page.mouse().move(from.x + 4, from.y + 4);
        page.mouse().down();
        page.mouse().move(to.x + 4, to.y + 4, new Mouse.MoveOptions().setSteps(9));
        page.mouse().up();
        assertThat(page.locator("#hours\\:from")).hasValue("09:00");
        assertThat(page.locator("#hours\\:to")).hasValue("17:00");
        page.locator("[data-day=SATURDAY] label").click();
        page.locator("[data-day=SUNDAY] .day-hours > i").nth(3).click();
        assertThat(page.locator("[data-day=SUNDAY] input")).not().isChecked();
        page.locator("#hours\\:zone").fill("Nowhere/Land");
        page.locator("#hours\\:save").click();
        assertThat(page.locator("#hours\\:problem")).containsText("A zone is a name");
        page.locator("#hours\\:zone").fill("Africa/Lagos");
        page.locator("#hours\\:save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The hours are saved");

        var kept = api.get("/whatsapp/bots/" + bot).ok();
        assertThat(kept.at("/active_hours/from").asText()).isEqualTo("09:00");
        assertThat(kept.at("/active_days/saturday").asBoolean()).isFalse();
        assertThat(kept.at("/active_days/sunday").asBoolean()).isFalse();
        assertThat(kept.get("timezone").asText()).isEqualTo("Africa/Lagos");

        page.locator("#ask\\:at").fill("2026-11-28T14:05");
        ask(page, "anybody there?");
        assertThat(page.locator("#answer .bubble.in")).containsText("We sleep.");
        assertThat(page.locator("[data-step=hours].stop")).containsText("Saturday 14:05");
        page.locator("#ask\\:at").fill("2026-11-27T16:59");
        ask(page, "anybody there?");
        assertThat(page.locator("[data-step=hours].yes")).containsText("Friday 16:59");
    }

    @Test
    void aBotIsLinkedPausedAndDeletedWithAWordOnWhomItTouches() {
        var second = account.at("/numbers/1/id").asText();
        var shown = api.get("/whatsapp/phone_numbers/" + second)
                .ok()
                .get("display_phone_number")
                .asText();
        var bot = create(bot("Lunch break"));
        var page = browser.admin();
        page.navigate("/console/bot.xhtml?id=" + bot);
        page.locator("[data-open-dialog=linkDialog]").click();
        page.locator("#link\\:number").selectOption(option(page, shown));
        page.locator("#link\\:do").click();
        assertThat(page.locator("h1 .pill")).hasText("Answering");
        assertThat(page.locator(".bot-links")).containsText(shown);

        page.navigate("/console/number.xhtml?id=" + second);
        page.getByText("Bot: Lunch break").click();
        page.locator("[data-open-dialog=pauseDialog]").click();
        assertThat(page.locator("#pauseDialog")).containsText(shown);
        page.locator("#pause\\:do").click();
        assertThat(page.locator("h1 .pill")).hasText("Paused");

        page.navigate("/console/bots.xhtml");
        var card = page.locator(".bot-card").filter(new Locator.FilterOptions().setHasText("Lunch break"));
        card.getByLabel("More about Lunch break").click();
        card.locator("[data-open-dialog=deleteDialog]").click();
        assertThat(page.locator("#deleteDialog")).containsText(shown);
        page.locator("#remove\\:do").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Lunch break is deleted");
        assertThat(card).hasCount(0);
        assertThat(api.get("/whatsapp/phone_numbers/" + second)
                        .ok()
                        .get("bot_id")
                        .isNull())
                .isTrue();
    }

    private static String option(Page page, String shown) {
        return page.locator("#link\\:number option")
                .filter(new Locator.FilterOptions().setHasText(shown))
                .getAttribute("value");
    }

    @Test
    void aConversationOnThePhoneGoesFromTheBotToAPersonAndBack() {
        var person = "14155557751";
        var provider = meta.control().get("/ai").ok();
        var wish = bot("Inti")
                .put("default_message", "I do not know that one.")
                .put("default_pause_seconds", 0)
                .put("away_message", "We are back at nine.")
                .put("away_pause_seconds", 0);
        var bot = create(wish);
        link(bot);
        rule(bot, "Prices", "price", "{\"type\":\"text\",\"text\":\"It is 38, [name].\"}");
        rule(
                bot,
                "Talk to a person",
                "person",
                "{\"type\":\"text\",\"text\":\"Somebody comes.\"},{\"type\":\"handover\",\"note\":\"Asked for a person\"}");
        meta.control()
                .put("/numbers/" + number + "/people/" + person, "{\"name\":\"Ngozi Eze\"}")
                .ok();
        meta.control()
                .post("/numbers/" + number + "/people/" + person + "/messages", "{\"text\":\"Good morning\"}")
                .ok();
        var phone = browser.phone(number, person);
        says(phone, "I do not know that one.");

        writes(phone, "What is the price?");
        says(phone, "It is 38, Ngozi Eze.");

        change(bot, "active_days", days(false));
        writes(phone, "Anybody there?");
        says(phone, "We are back at nine.");
        change(bot, "active_days", days(true));

        givesItAnAi(bot, provider);
        writes(phone, "When do you open?");
        says(phone, "We open at 7 and close at 19");

        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml?c=" + Conversations.with(api, person));
        assertThat(inbox.locator("[data-answers=bot]")).containsText("Inti answers");
        writes(phone, "Let me talk to a person");
        says(phone, "Somebody comes.");
        assertThat(inbox.locator("[data-answers=person]")).containsText("a rule handed it over");
        assertThat(inbox.locator("[data-answers=person]")).containsText("Asked for a person");
        writes(phone, "What is the price?");
        assertThat(Inbox.bubble(inbox, "What is the price?").last()).isVisible();
        assertThat(Views.faults(inbox, "inbox-handed-over", Look.LIGHT)).isEmpty();
        inbox.locator("[id='answers:back']").click();
        assertThat(inbox.locator("[data-answers=bot]")).isVisible();
        writes(phone, "And the price of two?");
        assertThat(phone.locator("#chat .bubble.in").last()).containsText("It is 38, Ngozi Eze.");
        assertThat(phone.locator("#chat .bubble.in")).hasCount(6);
        inbox.locator("[id='answers:take']").click();
        assertThat(inbox.locator("[data-answers=person]")).containsText("has this conversation");

        inbox.navigate("/console/bot.xhtml?id=" + bot);
        assertThat(inbox.locator(".deeds-done")).containsText("by the rule Prices");
        assertThat(inbox.locator(".deeds-done")).containsText("Handed over");
        assertThat(inbox.locator(".deeds-done")).containsText("The AI answered");
        assertThat(inbox.locator("tr[data-name=Prices] .r-hits")).containsText("2");
        inbox.locator(".deeds-done .link").first().click();
        assertThat(inbox.locator(".bubble.in").first()).containsText("Good morning");
    }

    /** On its page: an address, a model and a key, and then it is tried. */
    private void givesItAnAi(String bot, JsonNode provider) {
        var page = browser.admin();
        page.navigate("/console/botSettings.xhtml?id=" + bot);
        assertThat(page.locator(".only-ai")).isHidden();
        page.locator("#set\\:kind").selectOption("AI");
        page.locator("#set\\:baseUrl").fill(provider.get("base_url").asText());
        page.locator("#set\\:model").fill("sandbox");
        page.locator("#set\\:key").fill("sk-wrong-sandbox-key");
        page.locator("#set\\:knowledge").fill("We open at 7 and close at 19, on Sundays at 13.");
        page.locator("#set\\:save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The settings are saved");
        page.locator("#try\\:do").click();
        assertThat(page.locator("#tried .pill")).hasText("It could not answer");

        page.locator("#set\\:key").fill(provider.get("key").asText());
        page.locator("#set\\:save").click();
        assertThat(page.locator("#set\\:key")).hasValue("");
        assertThat(page.locator("#tried .pill")).hasCount(0);
        assertThat(page.content()).doesNotContain(provider.get("key").asText());
        page.locator("#try\\:text").fill("When do you open?");
        page.locator("#try\\:do").click();
        assertThat(page.locator("#tried .pill")).hasText("It answered");
        assertThat(page.locator("#tried")).containsText("We open at 7");
        assertThat(page.locator("#tried")).containsText("Tokens in");
    }

    @Test
    void whoMayOnlyLookReadsAndTriesAndChangesNothing() {
        var bot = create(bot("Read only").put("welcome_message", "{Hi|Hello}!"));
        rule(bot, "Prices", "price", "{\"type\":\"text\",\"text\":\"It is 38.\"}");
        var viewer = Login.asViewer(browser, "Nkem Obi", "nkem.bots@example.com", "/console/bot.xhtml?id=" + bot);

        assertThat(viewer.locator("h1")).containsText("Read only");
        ask(viewer, "What is the price?");
        assertThat(viewer.locator("#answer .bubble.in")).hasText("It is 38.");
        assertThat(viewer.locator("[data-grip], .page-head .button, #hours\\:save, #ready\\:save"))
                .hasCount(0);
        assertThat(viewer.locator("[data-rule-switch]")).isDisabled();
        assertThat(viewer.locator(".said").first()).hasText("{Hi|Hello}!");
        viewer.locator(".r-name > a").click();
        assertThat(viewer.locator("[id='editor:save']")).hasCount(0);
    }

    @Test
    void thePagesLookRightEverywhere() {
        var bot = create(bot("Shop assistant")
                .put("welcome_message", "{Hi|Hello|Welcome} [name]! How can we help {you|you today}?")
                .put("default_message", "{Sorry|I am sorry}, I have no answer to that.")
                .put("away_message", "{Hello|Hi} [name], our shop is closed now. We open at 9:00 and will answer then.")
                .put("timezone", "Africa/Lagos")
                .set(
                        "active_hours",
                        MAPPER.createObjectNode().put("from", "9:00").put("to", "18:30")));
        rule(
                bot,
                "Talk to a person",
                "agent\",\"human\",\"atendente",
                "{\"type\":\"handover\",\"note\":\"Asked for it\"}");
        var price = rule(
                bot,
                "Price of a cloth",
                "how much\",\"price\",\"quanto custa",
                "{\"type\":\"text\",\"text\":\"We have three blue cloths today, [name].\"},"
                        + "{\"type\":\"location\",\"location\":{\"latitude\":6.45,\"longitude\":3.39,\"name\":\"Yaba\"}},"
                        + "{\"type\":\"tag\",\"add\":[\"lead\"]}");
        rule(
                bot,
                "Opening hours of all our shops, also on holidays",
                "open\",\"hours\",\"horario",
                "{\"type\":\"text\",\"text\":\"Nine to six.\"}");
        var page = browser.admin();
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            page.navigate("/console/bots.xhtml");
            assertThat(page.locator(".bot-card").first()).isVisible();
            assertThat(page.locator("[data-live-sign]")).hasText("live");
            faults.addAll(Views.faults(page, "bots", look));
            look.at(page);
            page.navigate("/console/bot.xhtml?id=" + bot);
            assertThat(page.locator("[data-live-sign]")).hasText("live");
            page.locator("#ask\\:at").fill("2026-11-25T14:05");
            ask(page, "abeg how much for the blue adire?");
            assertThat(page.locator("li.took")).isVisible();
            faults.addAll(Views.faults(page, "bot", look));
            look.at(page);
            page.navigate("/console/botRule.xhtml?bot=" + bot + "&id=" + price);
            assertThat(page.locator(".chip-word")).hasCount(3);
            faults.addAll(Views.faults(page, "bot-rule", look));
            look.at(page);
            page.navigate("/console/botSettings.xhtml?id=" + bot);
            page.locator("#set\\:kind").selectOption("AI");
            assertThat(page.locator("#set\\:baseUrl")).isVisible();
            faults.addAll(Views.faults(page, "bot-settings", look));
        }
        Look.LIGHT.at(page);
        page.navigate("/console/bots.xhtml");
        page.locator("[data-open-dialog=newDialog]").first().click();
        assertThat(page.locator("#newDialog")).isVisible();
        faults.addAll(Views.faults(page, "bot-new", Look.LIGHT));
        assertThat(faults).isEmpty();
    }

    private static void writes(Page phone, String text) {
        phone.locator("#answerText").fill(text);
        phone.keyboard().press("Enter");
        assertThat(phone.locator("#chat .bubble.out").last()).containsText(text);
    }

    private static void says(Page phone, String text) {
        assertThat(phone.locator("#chat .bubble.in").last()).containsText(text);
    }

    private static ObjectNode bot(String name) {
        return MAPPER.createObjectNode().put("name", name).put("kind", "rules").put("debounce_seconds", 0);
    }

    private String create(JsonNode wish) {
        return api.post("/whatsapp/bots", wish.toString()).ok().get("id").asText();
    }

    private void change(String bot, String setting, JsonNode value) {
        api.put(
                        "/whatsapp/bots/" + bot,
                        MAPPER.createObjectNode().set(setting, value).toString())
                .ok();
    }

    private static ObjectNode days(boolean active) {
        var days = MAPPER.createObjectNode();
        for (var day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), active);
        }
        return days;
    }

    private void link(String bot) {
        var phone = "/whatsapp/phone_numbers/" + number;
        api.post(phone + "/link-bot", "{\"bot_id\":\"%s\"}".formatted(bot)).ok();
        api.post(phone + "/autoreply", "{\"enabled\":true}").ok();
    }

    private String rule(String bot, String title, String keywords, String actions) {
        return api.post(
                        "/whatsapp/bots/" + bot + "/rules",
                        "{\"title\":\"%s\",\"match\":\"contains\",\"keywords\":[\"%s\"],\"actions\":[%s]}"
                                .formatted(title, keywords, actions))
                .ok()
                .get("id")
                .asText();
    }
}
