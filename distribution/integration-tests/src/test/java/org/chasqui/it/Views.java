package org.chasqui.it;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks at a page: keeps a picture in {@code target/screenshots}, and says what is wrong with it. */
final class Views {
    private static final Path PICTURES = Path.of(System.getProperty("chasqui.it.screenshots"));

    /** What axe finds good it need not describe: that takes most of its time. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Views() {}

    /** What is wrong: a page wider than its window, or what keeps people from using it. */
    static List<String> faults(Page page, String name, Look look) {
        page.evaluate("document.fonts.ready.then(() => true)");
        keep(page, name, look);
        var faults = new ArrayList<String>();
        if ((Integer) page.evaluate("document.documentElement.scrollWidth") > look.width) {
            faults.add(look + " is wider than " + look.width);
        }
        barriers(page).forEach(barrier -> faults.add(look + ": " + barrier));
        return faults;
    }

    /** All of the page: in a window as high as the page, so that the menu beside it ends where it ends. */
    private static void keep(Page page, String name, Look look) {
        var file = (name + "-" + look + ".png").toLowerCase(Locale.ROOT);
        page.setViewportSize(look.width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
    }

    /** What keeps people from using the page, as axe sees it: serious and critical violations. */
    private static List<String> barriers(Page page) {
        // The other mode opens one more page each time, for frames, and we have none.
        return new AxeBuilder(page)
                .setLegacyMode(true).options(VIOLATIONS).analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + "\n" + node.getFailureSummary()))
                        .toList();
    }
}
