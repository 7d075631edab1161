package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an AI would have answered, in the Inbox: taken into the composer, or thrown away. */
@ExtendWith({SharedProduct.class, SharedBrowser.class})
class AiDraftPageIT {
    private static final String ANSWER = "Bread with walnuts costs 4.20.";

    private final Browser browser;
    private final Bakery bakery;

    AiDraftPageIT(Product product, Browser browser) {
        this.browser = browser;
        this.bakery = new Bakery(product);
        var wish = bakery.ai("sandbox");
        ((ObjectNode) wish.get("ai")).put("drafts", true);
        bakery.linked(wish);
    }

    private Page asked(String person) {
        bakery.called(person, "Ana Quispe");
        bakery.writes(person, "How much is the bread with walnuts?");
        bakery.decision(person);
        var inbox = browser.admin();
        inbox.navigate("/console/inbox.xhtml?c=" + bakery.conversation(person));
        assertThat(inbox.locator("[data-draft-text]")).hasText(ANSWER);
        return inbox;
    }

    @Test
    void aDraftIsTakenIntoTheComposerAndSentByAPerson() {
        var person = "14155556741";
        var inbox = asked(person);

        inbox.locator("[data-draft-use]").click();

        assertThat(inbox.locator("#composer\\:text")).hasValue(ANSWER);
        assertThat(inbox.locator("[data-draft]")).isHidden();
        inbox.locator("#composer\\:text").press("Enter");
        Assertions.assertThat(bakery.answerTo(person, 1)).isEqualTo(ANSWER);
        assertThat(inbox.locator("[data-draft]")).hasCount(0);
    }

    @Test
    void aDraftIsThrownAwayForGood() {
        var inbox = asked("14155556742");

        inbox.locator("[data-draft-discard]").click();

        assertThat(inbox.locator("[data-draft]")).hasCount(0);
        inbox.reload();
        assertThat(inbox.locator("[data-live-sign]")).hasText("live");
        assertThat(inbox.locator("[data-draft]")).hasCount(0);
    }

    @Test
    void aDraftLooksGoodInEveryLight() {
        var inbox = asked("14155556743");
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(inbox);
            inbox.reload();
            assertThat(inbox.locator("[data-draft-text]")).isVisible();
            faults.addAll(Views.faults(inbox, "inbox-draft", look));
        }

        Assertions.assertThat(faults).isEmpty();
    }
}
