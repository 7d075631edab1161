package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the dashboard, light, dark and on a phone. The pictures are in {@code target/screenshots}. */
@ExtendWith(SharedProduct.class)
class DashboardLookIT {
    private static final Path PICTURES =
            Path.of(System.getProperty("chasqui.it.folder")).resolveSibling("screenshots");
    private static final String PERSON = "14155550150";
    private static final String BLOCKED = "14155550151";

    private static Browser browser;
    private static String read;
    private static String failed;

    /** A page, and what is there as soon as it is complete. */
    enum Place {
        LOGIN("login.xhtml", "#login"),
        OVERVIEW("", ".live:not(.off)"),
        MESSAGES("messages.xhtml", ".live:not(.off)"),
        MESSAGE("message.xhtml?id=", ".live:not(.off)"),
        FAILURE("message.xhtml?id=", ".live:not(.off)"),
        KEYS("keys.xhtml", "table.keys"),
        PHONE("phone.xhtml", "#logLive:not(.off)");

        private final String address;
        private final String complete;

        Place(String address, String complete) {
            this.address = address;
            this.complete = complete;
        }

        Page open(Look look) {
            var page = this == LOGIN ? browser.stranger(look) : browser.admin(look);
            var id = this == MESSAGE ? read : this == FAILURE ? failed : "";
            page.navigate("/console/" + address + id);
            assertThat(page.locator(complete)).isVisible();
            page.evaluate("document.fonts.ready.then(() => true)");
            return page;
        }

        String picture(Look look) {
            return (name() + "-" + look + ".png").toLowerCase(Locale.ROOT);
        }
    }

    /** A message that was read and answered, and one that failed, so that no page is empty. */
    @BeforeAll
    static void openBrowser(Product product) {
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
        browser = Browser.at(product);
    }

    private static String send(Api api, String number, String person) {
        return api.post("/whatsapp/messages/template", Sending.template(number, "+" + person))
                .ok()
                .get("id")
                .asText();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    static Stream<Arguments> everyPage() {
        return Stream.of(Place.values())
                .flatMap(place -> Stream.of(Look.values()).map(look -> Arguments.of(place, look)));
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void isReadableForAllAndTheBrowserDoesNotComplain(Place place, Look look) {
        var page = place.open(look);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(place.picture(look)))
                .setFullPage(true));
        var width = page.evaluate("document.documentElement.scrollWidth");
        var barriers = barriers(page);

        assertThat(browser.closePages()).as("complaints of the browser").isEmpty();
        assertThat((Integer) width).as("width of the page").isLessThanOrEqualTo(look.width);
        assertThat(barriers).as("barriers").isEmpty();
    }

    /** What keeps people from using the page, as axe sees it: serious and critical violations. */
    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + "\n" + node.getFailureSummary()))
                        .toList();
    }
}
