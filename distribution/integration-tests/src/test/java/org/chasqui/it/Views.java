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

    private Views() {}

    /**
     * What is wrong with the page as it stands, in every look: only styles tell them apart, so it is not loaded anew.
     * Afterwards it looks as on a phone.
     */
    static List<String> faults(Page page, String name) {
        var faults = new ArrayList<String>();
        for (var look : Look.values()) {
            look.at(page);
            faults.addAll(faults(page, name, look));
        }
        return faults;
    }

    /** What is wrong: a page wider than its window, or what keeps people from using it. */
    static List<String> faults(Page page, String name, Look look) {
        page.evaluate("document.fonts.ready.then(() => true)");
        keep(page, name, look);
        var faults = new ArrayList<String>();
        if ((Integer) page.evaluate("document.documentElement.scrollWidth") > look.width) {
            faults.add(look + " is wider than " + look.width);
        }
        barriers(page, look).forEach(barrier -> faults.add(look + ": " + barrier));
        return faults;
    }

    /** All of the page: in a window as high as the page, so that the menu beside it ends where it ends. */
    private static void keep(Page page, String name, Look look) {
        var file = (name + "-" + look + ".png").toLowerCase(Locale.ROOT);
        page.setViewportSize(look.width, (Integer) page.evaluate("document.documentElement.scrollHeight"));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)));
    }

    /** What keeps people from using the page, as axe sees it: serious and critical violations. */
    private static List<String> barriers(Page page, Look look) {
        // The other mode opens one more page each time, for frames, and we have none.
        var axe = new AxeBuilder(page).setLegacyMode(true).options(violations());
        if (look == Look.DARK) {
            // All else is as it was in the light.
            axe.withRules(List.of("color-contrast"));
        }
        return axe.analyze().getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml() + "\n" + node.getFailureSummary()))
                .toList();
    }

    /** What axe finds good it need not describe: that takes most of its time. */
    private static AxeRunOptions violations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
