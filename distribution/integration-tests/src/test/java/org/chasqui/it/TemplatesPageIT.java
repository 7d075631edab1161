package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Templates on the pages, as an operator works with them: written, checked, handed in, approved while one looks, sent. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class TemplatesPageIT {
    private static final Locator.GetByLabelOptions EXACTLY = new Locator.GetByLabelOptions().setExact(true);

    /** Hello {{1}}, your order is ready now in our shop. */
    private static final String ARABIC = "\u0645\u0631\u062d\u0628\u0627 {{1}}\u060c \u0637\u0644\u0628\u0643"
            + " \u062c\u0627\u0647\u0632 \u0627\u0644\u0622\u0646 \u0641\u064a \u0645\u062a\u062c\u0631\u0646\u0627.";

    private final Browser browser;

    private final Api api;
    private final String number;

    TemplatesPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.api = Api.of(product);
        this.number = Sending.firstNumber(api);
    }

    @Test
    void aTemplateIsWrittenCheckedHandedInApprovedAndSent() {
        var page = browser.admin();
        page.navigate("/console/templates.xhtml");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New template"))
                .click();

        page.getByLabel("Name").fill("page_parcel_leaves");
        page.getByLabel("Body").fill("Take 10 % off your next order with us");
        assertThat(page.locator(".findings")).containsText("category.promotion-in-utility");
        assertThat(page.locator("[id='editor:checks']")).containsText("Marketing");

        page.getByLabel("Body").fill("Hi {{1}}, your *parcel {{2}}* leaves our workshop on Friday morning.");
        assertThat(page.locator("[id='editor:checks']")).containsText("stop it");
        page.getByLabel("Samples {{1}}").fill("Ana");
        page.getByLabel("Samples {{2}}").fill("17");
        assertThat(page.locator(".v-sample .bubble-text")).containsText("Hi Ana, your parcel 17 leaves");
        assertThat(page.locator(".v-sample .p-bold")).hasText("parcel 17");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add button"))
                .click();
        page.getByLabel("Label").fill("Thank you");
        assertThat(page.locator(".v-sample .bubble-button")).hasText("Thank you");
        assertThat(page.locator(".findings li")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Longest"))
                .click();
        assertThat(page.locator(".v-longest .bubble-text")).isVisible();

        var faults = new ArrayList<>(Views.faults(page, "template-editor"));
        Look.LIGHT.at(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit to Meta"))
                .click();

        assertThat(page.locator("h1")).containsText("page_parcel_leaves");
        assertThat(page.locator("h1 .pill")).hasText("Active");
        assertThat(page.locator(".story")).containsText("Handed in");
        assertThat(page.locator(".story")).containsText("Meta told us");
        page.reload();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test send"))
                .click();
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("+14155590050");
        page.locator("#testDialog")
                .getByRole(AriaRole.BUTTON)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#content2 .chat")).containsText("Ana");
        assertThat(faults).isEmpty();
    }

    @Test
    void aCarouselIsWrittenKeptAsADraftGoneOnWithAndHandedIn() {
        var page = browser.admin();
        page.navigate("/console/templateEditor.xhtml");
        page.getByLabel("Name").fill("page_cards_at_once");
        choose(page, page.getByLabel("Category"), "MARKETING");
        choose(page, page.getByLabel("Layout"), "CAROUSEL");
        assertThat(page.locator(".card-field")).hasCount(2);
        page.getByLabel("Body").fill("Look at what our weavers made for you this spring. Reply STOP to stop.");
        choose(page, page.getByLabel("Second button"), "URL");
        assertThat(page.locator(".card-field .button-field")).hasCount(4);
        for (int i = 0; i < 2; i++) {
            var card = page.locator(".card-field").nth(i);
            card.locator("input[type=file]").setInputFiles(picture("shawl-" + i + ".png", i));
            assertThat(card.locator("[data-upload-name]")).hasText("shawl-" + i + ".png");
            assertThat(card.locator("img.upload-mark")).isVisible();
            card.getByLabel("Text", EXACTLY).fill("Shawl {{1}}, woven by hand in the valley.");
            card.getByLabel("Samples {{1}}").fill(i == 0 ? "Ema" : "Inti");
            card.getByLabel("Label").nth(0).fill("More like this");
            card.getByLabel("Label").nth(1).fill("Shop");
            card.getByLabel("Address", EXACTLY).fill("https://example.com/shawls/" + i);
        }
        assertThat(page.locator(".v-sample .bubble-cards > .bubble").nth(1)).containsText("Shawl Inti, woven");
        assertThat(page.locator(".v-sample .bubble-cards img")).hasCount(2);
        assertThat(page.locator("[id='editor:checks']")).not().containsText("stop it");
        var faults = new ArrayList<>(Views.faults(page, "template-editor-carousel"));
        Look.LIGHT.at(page);
        press(page, "Save draft");

        assertThat(page.locator(".notice")).containsText("Kept as a draft");
        page.navigate("/console/templates.xhtml?status=draft&text=page_cards");
        assertThat(page.locator("table.templates tbody tr")).containsText("Draft");
        page.locator("table.templates .row-link").click();
        var first = page.locator(".card-field").nth(0);
        var second = page.locator(".card-field").nth(1);
        assertThat(second.getByLabel("Samples {{1}}")).hasValue("Inti");
        assertThat(first.locator("[data-upload-name]")).hasText("shawl-0.png");
        second.getByTitle("Move to the front").click();
        assertThat(first.getByLabel("Samples {{1}}")).hasValue("Inti");
        press(page, "Submit to Meta");

        assertThat(page.locator("h1 .pill")).hasText("Active");
        assertThat(page.locator(".bubble-cards > .bubble").nth(0)).containsText("Shawl Inti");
        press(page, "Test send");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("+14155590051");
        page.locator("#testDialog input[type=file]").setInputFiles(picture("test.png", 3));
        assertThat(page.locator("#testDialog [data-upload-name]")).hasText("test.png");
        page.locator("#testDialog")
                .getByRole(AriaRole.BUTTON)
                .getByText("Send", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#content2 .chat")).isVisible();
        page.navigate("/console/templates.xhtml?status=draft&text=page_cards");
        assertThat(page.locator("table.templates tbody tr")).hasCount(0);
        assertThat(faults).isEmpty();
    }

    @Test
    void anOfferACodeAndATextFromRightToLeftHaveFieldsOfTheirOwn() {
        var page = browser.admin();
        page.navigate("/console/templateEditor.xhtml");
        page.getByLabel("Name").fill("page_offer");
        choose(page, page.getByLabel("Category"), "MARKETING");
        choose(page, page.getByLabel("Layout"), "OFFER");
        choose(page, page.locator("[id='editor:headerKind']"), "IMAGE");
        page.locator("input[type=file]").setInputFiles(picture("spring.png", 2));
        assertThat(page.locator(".v-sample img.bubble-media")).isVisible();
        page.getByLabel("Offer, in a few words").fill("Until Friday");
        page.getByLabel("Sample code").fill("SPRING20");
        page.getByLabel("Body").fill("Good news, {{1}}! Every shawl is a fifth cheaper. Reply STOP to stop.");
        page.getByLabel("Samples {{1}}").fill("Ana");
        page.getByLabel("Label").fill("Shop now");
        page.locator("[id='editor:value']").fill("https://example.com/spring");
        assertThat(page.locator(".v-sample .bubble-offer")).containsText("SPRING20");
        assertThat(page.locator("[id='editor:checks']")).not().containsText("stop it");
        var faults = new ArrayList<>(Views.faults(page, "template-editor-offer"));
        Look.LIGHT.at(page);

        choose(page, page.getByLabel("Category"), "AUTHENTICATION");
        choose(page, page.locator("[id='editor:codeKind']"), "ONE_TAP");
        page.getByLabel("Package name").fill("com.example.app");
        page.getByLabel("Signing hash").fill("K8a/AINcGX");
        assertThat(page.locator(".findings")).containsText("an app's hash has 11");
        page.getByLabel("Signing hash").fill("K8a/AINcGX7");
        assertThat(page.locator("[id='editor:checks']")).not().containsText("stop it");
        assertThat(page.locator(".v-sample")).containsText("is your verification code");
        faults.addAll(Views.faults(page, "template-editor-code", Look.LIGHT));
        Look.LIGHT.at(page);

        choose(page, page.getByLabel("Category"), "UTILITY");
        choose(page, page.getByLabel("Layout"), "PLAIN");
        choose(page, page.getByLabel("Language"), "ar");
        page.getByLabel("Body").fill(ARABIC);
        assertThat(page.locator("[id='editor:preview']")).hasAttribute("dir", "rtl");
        assertThat(page.locator(".v-sample .bubble-text")).containsText("\u062c\u0627\u0647\u0632");
        press(page, "Longest");
        faults.addAll(Views.faults(page, "template-editor-rtl", Look.LIGHT));
        assertThat(faults).isEmpty();
    }

    /** Chooses what draws the fields anew, and waits until they are there. */
    private static void choose(Page page, Locator select, String value) {
        select.selectOption(value);
        assertThat(page.locator("[id='editor:fields'][inert]")).hasCount(0);
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static FilePayload picture(String name, int shade) {
        var image = new BufferedImage(240, 126, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, 0x1F2A6B + shade * 0x402010 + ((x / 12 + y / 12) % 2) * 0x303030);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }

    @Test
    void theListAndARejectedTemplateAreReadableEverywhere() {
        var rejected = create("page_rejected_tag_content_mismatch");
        create("page_unreviewed");
        create("page_at_once");
        Api.await(
                "the rejection",
                () -> Optional.of(api.get("/whatsapp/templates/" + rejected).ok())
                        .filter(template -> template.get("status").asText().equals("REJECTED")));
        var page = browser.admin();
        // The list shows fifty at a time, and other tests have theirs.
        page.navigate("/console/templates.xhtml?text=page_");
        assertThat(page.locator("[data-row='" + rejected + "']")).containsText("Rejected");
        assertThat(page.locator("[id='checked']")).containsText("checked");
        var faults = new ArrayList<>(Views.faults(page, "templates"));
        page.navigate("/console/template.xhtml?id=" + rejected);
        assertThat(page.locator(".template-stop")).containsText("Meta rejected it");
        assertThat(page.locator(".template-stop")).containsText("TAG_CONTENT_MISMATCH");
        faults.addAll(Views.faults(page, "template"));
        assertThat(faults).isEmpty();

        Look.LIGHT.at(page);
        page.navigate("/console/templates.xhtml?status=rejected&text=page_");
        assertThat(page.locator("table.templates tbody tr")).hasCount(1);
    }

    private String create(String name) {
        return api.post("/whatsapp/templates", """
                        {"phone_number_id":"%s","name":"%s","category":"UTILITY","language":"en_US","components":[
                          {"type":"BODY","text":"Hi {{1}}, your fitting (%s) is on Friday at ten.","example":{"body_text":[["Ana"]]}}]}
                        """.formatted(number, name, name))
                .ok()
                .get("id")
                .asText();
    }
}
